namespace MicroPoints.Rounds;

/// <summary>A notice as the round holds it.</summary>
/// <param name="Admitted">How many entries the round had admitted when it was posted.</param>
public sealed record PostedNotice(EntryId Id, RoundNoticed Noticed, int Admitted)
{
    /// <summary>Whether it says what is computed now.</summary>
    /// <param name="content">Null where it was not computed: then it does where nothing was admitted since.</param>
    public bool IsOf(Digest? content, int admitted) => content is { } now ? Noticed.Content == now : Admitted == admitted;
}
