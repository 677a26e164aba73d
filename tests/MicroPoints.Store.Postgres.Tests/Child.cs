namespace MicroPoints.Store.Postgres.Tests;

internal static class Child
{
    public static Task<int> Main(string[] args) => Task.FromResult(args.Length);
}
