"""Schedules: whether a site must be built again because time went by, for those who build it every hour."""
