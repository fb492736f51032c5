"""What knows MkDocs: the plugin, the files it hands over, the templates it extends, and the runs of MkDocs itself."""
