namespace MicroPoints.Cli.Tests.County;

/// <summary>
/// The shipped ruleset with low grade lines and no last day to lock, so that a small county has somebody to award.
/// </summary>
internal static class Lenient
{
    public static string Yaml { get; } = File.ReadAllText(Repository.Ruleset)
        .Replace("version: '2026.1'", "version: 'lenient'")
        .Replace("until: '2027-07-01'", "until: '2199-12-31'")
        .Replace("from: 90 }", "from: 8 }").Replace("from: 75 }", "from: 6 }").Replace("from: 60 }", "from: 4 }");

    private static readonly Lazy<Task<Desk>> Prepared = new(async () =>
    {
        var desk = (await Tests.Desk.WithChambers()).Write("lenient.yaml", Yaml);
        await desk.Does("rules adopt lenient.yaml --without-tests 试行 --scope 990101 --from 2026-01-01 --set party-limit=false");
        desk.Write("activities.csv", """
            chamber,id,kind,on,count
            c-01,v,member.visited,2026-03-01,12
            c-02,v,member.visited,2026-03-01,10
            c-03,v,member.visited,2026-03-01,1

            """);
        await desk.Does("activities import activities.csv");
        return desk.DeletedAtTheEnd();
    });

    /// <summary>Three chambers under the lenient ruleset; two reach the first grade, c-01 stands first.</summary>
    public static async Task<Desk> Desk() => (await Prepared.Value).Copy();
}
