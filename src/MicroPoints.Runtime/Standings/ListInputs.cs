using MicroPoints.Streams;

namespace MicroPoints.Runtime;

/// <summary>Where the streams ended that an answer was worked out from, or a moment earlier; never where they ended later.</summary>
/// <remarks>
/// What names an answer by its inputs takes these and not the log's heads: another process may have appended since, and a name of
/// heads that the answer does not know would keep it in use for ever.
/// </remarks>
/// <param name="Chambers">Those of the scope.</param>
/// <param name="Regions">Every region: adoptions and declarations above the scope count too.</param>
/// <param name="Rounds">Every round: those of earlier periods are history.</param>
/// <param name="Kinds">The activities file in force: what a kind is called stands in an answer's words.</param>
public sealed record ListInputs(Heads Chambers, Heads Regions, Heads Rounds, Digest Kinds)
{
    private readonly Lazy<Digest> _digest = new(() => DigestOf(Kinds, Chambers, Regions, Rounds));

    public Digest Digest => _digest.Value;

    /// <summary>These inputs; what was said before where nothing moved, so that its digest need not be worked out again.</summary>
    internal static ListInputs Of(Heads chambers, Heads regions, Heads rounds, Digest kinds, ListInputs? before) =>
        before is not null && ReferenceEquals(before.Regions, regions) && ReferenceEquals(before.Rounds, rounds) && before.Kinds == kinds
            && before.Chambers.Equals(chambers) ? before : new ListInputs(chambers, regions, rounds, kinds);

    private static Digest DigestOf(Digest kinds, params Heads[] streams)
    {
        var writer = new CanonicalWriter().Digest(kinds);
        foreach (var heads in streams)
            writer.List(heads, (w, h) => w.Text(h.Stream.Name).Whole(h.Head.Sequence).Digest(h.Head.Hash));
        return Digest.Of(writer.Written);
    }
}
