namespace MicroPoints.Simulation;

/// <summary>What a deed meets.</summary>
internal sealed record Desk(Workspace Workspace, Auditor Auditor, County County);

/// <summary>One thing that a caller does, as often as it likes: always with the same ids and content.</summary>
internal abstract record Deed
{
    /// <summary>Does it and tells the auditor what was sent and what was heard.</summary>
    /// <param name="hears">Whether the answer reaches the caller.</param>
    public abstract Task Do(Desk desk, bool hears);

    /// <summary>Sends lines to one of the streams that are not chambers.</summary>
    protected static async Task<bool> Send(Desk desk, SentLine line, bool hears, Func<ValueTask<Answer>> send)
    {
        var sending = desk.Auditor.Send(line);
        Answer? answer = null;
        try { answer = await send(); }
        catch (StoreException) { hears = false; }
        switch (hears ? answer : null)
        {
            case Answer.Recorded recorded:
                desk.Auditor.Answered(sending, 0, recorded.Entries[0], exists: false);
                return true;
            case Answer.Exists exists:
                desk.Auditor.Answered(sending, 0, exists.First, exists: true);
                return true;
            case Answer.Refused refused:
                desk.Auditor.Refused(sending, new Dictionary<int, Refusal> { [0] = refused.Reason });
                return false;
            default:
                desk.Auditor.Lost(sending);
                return false;
        }
    }
}
