namespace MicroPoints.Rounds;

/// <summary>The page inside a proof that says what it is.</summary>
internal static class ProofText
{
    public static string ReadMe(ProofContent content)
    {
        var opened = content.Round.Select(e => e.Body).OfType<RoundOpened>().Single();
        var stamp = opened.Stamp is null ? "" : $"{opened.Stamp}\n";
        var ceremony = Ceremony(content, opened);
        return $"""
            {stamp}核验包 · proof of round {content.Round[0].Stream.Name}
            {ceremony}
            用这个文件，任何人都可以重新计算本轮结果：
            Anyone can recompute this round's result from this file alone:

                micropoints round replay proof.zip

            ruleset.yaml      积分办法原文 the ruleset, byte for byte
            activities.yaml   积分事项目录 the activity kinds
            round.bin         本轮记录（开启、锁定、补录、决定） the round's own entries; the lock names every ledger's head
            ledgers/*.bin     各商会台账至锁定时或最后一条补录 each chamber's entries through its frozen
                              head or last admitted entry; free text only as salted digests
            result.json       结果 the result
            manifest.json     各文件的 SHA-256 digests of all of these, and the engines that computed the result

            Entries are length-prefixed canonical fields; each entry's SHA-256 seals the one before it ({Streams.SealedEntry.Format}).

            """;
    }

    /// <summary>What kind of round it was, and where it says which steps it had.</summary>
    private static string Ceremony(ProofContent content, RoundOpened opened) =>
        opened.Purpose == RoundPurpose.Annual ? "本轮为年度评价，所经步骤见 result.json。An annual round: result.json says which steps it took.\n"
        : content.Round.Any(e => e.Body is RoundVettingAsked or RoundNoticed or RoundPaperAttached
            or RoundScanAttached)
            ? "本轮为演练，所经和未经的步骤见 result.json。A rehearsal: result.json says which steps it took and skipped.\n"
            : "本轮为演练，未经联审、公示、异议。A rehearsal: no vetting, notice or objections.\n";
}
