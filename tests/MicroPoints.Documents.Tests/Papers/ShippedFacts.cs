using System.Globalization;
using System.Text.RegularExpressions;
using MicroPoints.Activities;
using MicroPoints.Documents.Tests.Imports;
using MicroPoints.Ledger;

namespace MicroPoints.Documents.Tests.Papers;

/// <summary>The chambers that the shipped rule tests are calibrated on: an ordinary one has 82.35 points, a full one 100.</summary>
internal static partial class ShippedFacts
{
    public static IEnumerable<RecordActivity> Of(string fixture) =>
        File.ReadLines(Path.Combine(ImportDesk.Rules, "micro-points", "micro-points.test.yaml"))
            .SkipWhile(l => l != $"  {fixture}:").Skip(1).TakeWhile(l => l.StartsWith("    - {", StringComparison.Ordinal)).Select(Read);

    private static RecordActivity Read(string line)
    {
        var fields = Field().Matches(line).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);
        long Number(string name) => long.Parse(fields[name], CultureInfo.InvariantCulture);
        Measured measured = fields.ContainsKey("count") ? new Measured.Count(Number("count"))
            : fields.ContainsKey("asked") ? new Measured.Rate(Number("answered"), Number("satisfied"), Number("asked"))
            : fields.ContainsKey("done") ? new Measured.Share(Number("done"), Number("of"))
            : fields.TryGetValue("option", out var option) ? new Measured.Option(option) : new Measured.Flag(true);
        return new RecordActivity(new EntryId(fields["id"]), new KindId(fields["kind"]), On.Parse(fields["on"]), measured,
            Key: fields.GetValueOrDefault("key"));
    }

    [GeneratedRegex(@"([a-z]+): '?([A-Za-z0-9.\-]+)'?")]
    private static partial Regex Field();
}
