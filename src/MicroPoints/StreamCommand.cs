using MicroPoints.Identity;
using MicroPoints.Streams;

namespace MicroPoints;

/// <summary>A command to a region's, ruleset's or round's stream.</summary>
/// <param name="Id">Chosen by the caller, so that a retry is recognised.</param>
public abstract record StreamCommand<TState>(EntryId Id) where TState : StreamState
{
    /// <summary>Decides against the stream as it stands, where the id is new.</summary>
    public abstract Decision Decide(TState state, Context context);

    /// <summary>What it would write, where that does not depend on the stream; null where it does.</summary>
    public abstract Entry? Content { get; }

    /// <summary>Judges a repeated id first: same content exists, other content is refused.</summary>
    public Decision Judge(TState state, Context context)
    {
        if (state.Find(Id) is not { } known) return Decide(state, context);
        return Content is null || SameBytes(known.Body, Content)
            ? new Decision.Exists(known)
            : Decision.Refuse(Refusal.ExistsWithDifferentContent, $"{Id} is in {known.Stream} at sequence {known.Sequence} with other content: choose another id");
    }

    protected Decision Accept(Context context, Entry body, string? reason = null) => Decision.Accept(new Draft(
        Id, context.By.Id, context.At, context.Rules, body, reason is null ? null : new SaltedText(context.Salt, reason)));

    private static bool SameBytes(Entry first, Entry second)
    {
        if (first.TypeName != second.TypeName) return false;
        CanonicalWriter a = new(), b = new();
        first.Write(a);
        second.Write(b);
        return a.Written.SequenceEqual(b.Written);
    }
}
