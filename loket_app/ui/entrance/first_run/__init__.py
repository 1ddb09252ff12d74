"""The first start: five calm pages that share one model."""
