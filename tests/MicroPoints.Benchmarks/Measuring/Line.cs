namespace MicroPoints.Benchmarks;

/// <summary>One line of the table.</summary>
/// <param name="Wanted">The ratio that is wanted at least; null only informs.</param>
/// <param name="NotRun">Why a peer did not run; such a line is never judged.</param>
public sealed record Line(string What, string Ours, string Peer, double? Ratio, double? Wanted, string? NotRun = null)
{
    /// <summary>Compares the rates of two contenders.</summary>
    public static Line Of(string what, Median ours, Median peer, double? wanted) => new(
        what, Rate(ours), $"{peer.Name} {Rate(peer)}", ours.PerSecond / peer.PerSecond, wanted);

    /// <summary>Compares how long two contenders took for the same.</summary>
    public static Line OfTimes(string what, Median ours, Median peer, double? wanted) => new(
        what, Time(ours), $"{peer.Name} {Time(peer)}", ours.PerSecond / peer.PerSecond, wanted);

    /// <summary>A time that must not be exceeded; the ratio is how often it fits into the limit.</summary>
    public static Line OfLimit(string what, Median ours, double secondsMax) => new(
        what, Time(ours), $"at most {Shown.Number(secondsMax)} s", secondsMax * ours.PerSecond, 1);

    public static Line Informs(string what, Median ours) => new(what, Rate(ours), "–", null, null);

    public static Line Absent(string what, string peer, double? wanted, string why) => new(what, "–", peer, null, wanted, why);

    public string Verdict(bool judged) => this switch
    {
        { NotRun: { } why } => $"not run: {why}",
        { Ratio: null } or { Wanted: null } => "informs",
        _ when !judged => "not judged",
        { Ratio: var ratio, Wanted: var wanted } => ratio >= wanted
            ? "met"
            : $"missed: {Shown.Number(ratio.Value / wanted.Value * 100)} % of what is wanted",
    };

    private static string Rate(Median m) => $"{Shown.Rate(m.PerSecond)} (p99 {Shown.Time(m.P99)})";

    private static string Time(Median m) =>
        $"{Shown.Time(1e6 / m.PerSecond)} ({Shown.Time(1e6 / m.Most)}–{Shown.Time(1e6 / m.Least)})";
}
