"""The screens: Qt Widgets, one folder an area, one public class a file. They know services, never the store."""
