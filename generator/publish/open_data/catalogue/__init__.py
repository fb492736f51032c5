"""What open data there is, for programs: index, DCAT catalogue, description for search engines, archive."""

from generator.publish.open_data.catalogue.archive import zip_of
from generator.publish.open_data.catalogue.dcat import catalogue_of
from generator.publish.open_data.catalogue.index import index_of
from generator.publish.open_data.catalogue.schema_org import dataset_of

__all__ = ["catalogue_of", "dataset_of", "index_of", "zip_of"]
