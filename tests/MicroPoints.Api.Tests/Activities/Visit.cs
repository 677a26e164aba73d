namespace MicroPoints.Api.Tests;

/// <summary>Activities as callers send them.</summary>
internal static class Visit
{
    public static string Of(string id, int count = 1) =>
        $$"""{"id":"{{id}}","kind":"member.visited","on":"2026-01-12","count":{{count}}}""";
}
