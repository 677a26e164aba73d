namespace MicroPoints.Web;

internal static class Placeholder;
