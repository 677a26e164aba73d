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
        if (!Repeats(known.Body)) return Differs(known, Refusal.ExistsWithDifferentContent, "content");
        return Content is null && Why is null || known.HasReason(Why)
            ? new Decision.Exists(known) : Differs(known, Refusal.ExistsWithDifferentReason, "reason");
    }

    /// <summary>Whether a known entry with its id is what this command would write, as far as that does not depend on the stream.</summary>
    protected virtual bool Repeats(Entry known) => Content is null || SameBytes(known, Content);

    /// <summary>The reason it gives, where it takes one.</summary>
    protected virtual string? Why => null;

    private Decision Differs(SealedEntry known, Refusal refusal, string field) => Decision.Refuse(refusal,
        $"{Id} is in {known.Stream} at sequence {known.Sequence} with another {field}: choose another id, or send the same content");

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
