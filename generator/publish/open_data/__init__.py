"""The open data of an edition: the models of the contract, and the files that hold them."""
