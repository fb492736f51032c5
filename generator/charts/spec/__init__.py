"""The content of a chart becomes a specification of Vega-Lite: Altair writes its channels, scales and axes."""
