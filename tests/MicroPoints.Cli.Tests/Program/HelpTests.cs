namespace MicroPoints.Cli.Tests.Program;

/// <summary>Help is the program's own documentation: every verb has it, examples first.</summary>
public sealed class HelpTests
{
    [Fact]
    public async Task Every_verb_has_help_and_every_verb_that_acts_begins_with_examples()
    {
        using var desk = new Desk();
        var seen = new List<string>();
        await Visit(desk, "", seen);
        Assert.True(seen.Count >= 35, string.Join('\n', seen));
        Assert.Empty(desk.Snapshot());
    }

    [Theory]
    [InlineData("")]
    [InlineData("chambers")]
    [InlineData("activities")]
    [InlineData("round")]
    [InlineData("rules")]
    [InlineData("keys")]
    [InlineData("calendar")]
    [InlineData("import")]
    [InlineData("template")]
    [InlineData("export")]
    public async Task A_verb_that_needs_another_names_them(string verb)
    {
        using var desk = new Desk();
        (await desk.Run(verb.Split(' ', StringSplitOptions.RemoveEmptyEntries))).CouldNotRun("needs one of", "--help");
    }

    [Theory]
    [InlineData("verify", false)]
    [InlineData("backup", false)]
    [InlineData("rules check", false)]
    [InlineData("chambers rename", false)]
    [InlineData("standings", true)]
    [InlineData("keys list", true)]
    [InlineData("", true)]
    public async Task A_server_is_shown_where_one_can_be_named(string verb, bool shown)
    {
        using var desk = new Desk();
        var help = (await desk.Does($"{verb} --help".Trim())).Out;
        Assert.Equal((shown, shown), (help.Contains("--server"), help.Contains("--api-key")));
    }

    [Fact]
    public async Task The_version_says_what_is_built_in()
    {
        using var desk = new Desk();
        Assert.Contains("micropoints-proof/1", (await desk.Does("--version")).Out);
    }

    [Fact]
    public async Task The_version_stands_without_a_verb()
    {
        using var desk = new Desk();
        (await desk.Run("--version standings")).CouldNotRun("--version stands without a verb");
        Assert.Contains("micropoints-proof/1", (await desk.Does("--version --data data")).Out);
    }

    [Theory]
    [InlineData("--version --server http://127.0.0.1:1", "no answer from the server")]
    [InlineData("--version --server nonsense", "'nonsense' is not an address")]
    public async Task The_version_of_a_server_that_does_not_answer_is_an_error(string line, string saying)
    {
        using var desk = new Desk();
        (await desk.Run(line)).CouldNotRun(saying);
    }

    /// <summary>Visits a verb and those that its help lists.</summary>
    private static async Task Visit(Desk desk, string verb, List<string> seen)
    {
        seen.Add(verb);
        var help = (await desk.Does($"{verb} --help".Trim())).Out;
        var below = help.Split("Commands:").Skip(1)
            .SelectMany(c => c.Split('\n', StringSplitOptions.RemoveEmptyEntries)).Select(l => l.Trim().Split(' ')[0])
                .Where(n => n.Length > 0).ToList();
        if (below.Count == 0) Assert.StartsWith($"Examples:\n  micropoints {verb}", help.ReplaceLineEndings("\n"));
        foreach (var name in below) await Visit(desk, $"{verb} {name}".Trim(), seen);
    }
}
