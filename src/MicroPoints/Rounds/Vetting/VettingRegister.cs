namespace MicroPoints.Rounds;

/// <summary>What a body said, or that nothing came of it.</summary>
/// <param name="Chambers">Those it objects to; empty where it does not.</param>
/// <param name="Words">The ground or reason; null where none was given, or it was erased.</param>
public sealed record VettedReply(VettingReply Reply, DateOnly On, IReadOnlyList<ChamberId> Chambers, string? Words);

/// <summary>One line of the register: a body that was asked, and everything it replied.</summary>
/// <param name="Replies">In order of recording, the one that counts last; none until it replied or was marked as not replying.</param>
public sealed record VettedBody(string Body, DateOnly LetterOn, IReadOnlyList<VettedReply> Replies)
{
    /// <summary>The reply that counts.</summary>
    public VettedReply? Latest => Replies is [.., var last] ? last : null;
}

/// <summary>A chamber that a body objected to: it is given no outcome until the hold is released, or passed over.</summary>
/// <param name="Ground">Null where it was erased.</param>
/// <param name="ReleasedBecause">The reason of the release; null where it was erased.</param>
public sealed record Hold(string Body, ChamberId Chamber, string? Ground, bool IsReleased, string? ReleasedBecause);

/// <summary>The reply register of a round's vetting (联审), and the holds that came of it.</summary>
public sealed class VettingRegister
{
    private readonly List<VettedBody> _bodies = [];
    private readonly List<Hold> _holds = [];

    /// <summary>Every body that was asked, in order of asking.</summary>
    public IReadOnlyList<VettedBody> Bodies => _bodies;

    /// <summary>Every hold there was, in order.</summary>
    public IReadOnlyList<Hold> Holds => _holds;

    /// <summary>The holds that stand.</summary>
    public IEnumerable<Hold> Standing => _holds.Where(h => !h.IsReleased);

    /// <summary>Asked, and neither replied nor marked as not replying.</summary>
    public IEnumerable<VettedBody> Waiting => _bodies.Where(b => b.Latest is null);

    /// <summary>Somebody was asked, and each of those asked replied or was marked.</summary>
    public bool IsComplete => _bodies.Count > 0 && !Waiting.Any();

    public VettedBody? Find(string body) => _bodies.FirstOrDefault(b => b.Body == body);

    public Hold? FindHold(string body, ChamberId chamber) =>
        _holds.LastOrDefault(h => h.Body == body && h.Chamber == chamber && !h.IsReleased);

    internal void Fold(RoundVettingAsked asked)
    {
        Invariant.Holds(Find(asked.Body) is null, "a body is asked once");
        _bodies.Add(new VettedBody(asked.Body, asked.LetterOn, []));
    }

    internal void Fold(RoundVettingReplied replied, string? words)
    {
        var at = _bodies.FindIndex(b => b.Body == replied.Body);
        Invariant.Holds(at >= 0, "a body replies after it was asked");
        _bodies[at] = _bodies[at] with
        {
            Replies = [.. _bodies[at].Replies, new VettedReply(replied.Reply, replied.On, replied.Chambers, words)],
        };
        foreach (var chamber in replied.Chambers)
            if (FindHold(replied.Body, chamber) is null) _holds.Add(new Hold(replied.Body, chamber, words, false, null));
    }

    internal void Fold(RoundHoldReleased released, string? because)
    {
        var at = _holds.FindIndex(h => h.Body == released.Body && h.Chamber == released.Chamber && !h.IsReleased);
        Invariant.Holds(at >= 0, "a hold is released while it stands");
        _holds[at] = _holds[at] with { IsReleased = true, ReleasedBecause = because };
    }
}
