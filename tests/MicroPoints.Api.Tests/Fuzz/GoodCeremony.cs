using System.Text.Json.Nodes;

namespace MicroPoints.Api.Tests.Fuzz;

/// <summary>Fits the examples of vetting, notices, objections and papers to a round that stands where they may succeed.</summary>
internal static class GoodCeremony
{
    private const string Today = "2026-12-31", Later = "2027-03-01", Tax = "县税务局";

    private static int _uses;

    public static async Task Fit(World world, Draft draft, JsonObject body, bool isFresh)
    {
        if (draft.Operation.Id is "recordUse" or "withdrawUse")
        {
            await FitUse(world, draft, body, isFresh);
            return;
        }
        if (isFresh) draft.Route["round"] = await Locked(world);
        var (round, chamber) = (draft.Route["round"], $"{draft.Route["round"]}-a");
        foreach (var day in (string[])["letterOn", "on", "posted", "receivedOn"])
            if (body.ContainsKey(day)) body[day] = Today;
        if (body.ContainsKey("chamber")) body["chamber"] = chamber;
        switch (draft.Operation.Id)
        {
            case "replyVetting":
                body["chambers"] = new JsonArray(chamber);
                if (isFresh) await Ask(world, round);
                break;
            case "releaseHold" when isFresh:
                await Ask(world, round);
                await Posted(world, round, "vetting/replies", $$"""
                    {"id":"r","body":"{{Tax}}","reply":"objection","on":"{{Today}}","chambers":["{{chamber}}"],"words":"欠税"}
                    """);
                break;
            case "postNotice":
                body["confirmedLastDay"] = Later;
                break;
            case "receiveObjection" when isFresh:
                await Notice(world, round);
                break;
            case "answerObjection":
                if (isFresh) await Objection(world, round);
                (body["accepted"], body["entries"]) = (false, new JsonArray());
                break;
        }
    }

    private static async Task FitUse(World world, Draft draft, JsonObject body, bool isFresh)
    {
        if (isFresh) draft.Route["round"] = world.AnnualRound;
        var grade = $$"""{"chamber":"{{world.AnnualRound}}-a","grade":"D","body":"县政协办","purpose":"评先评优","on":"{{Today}}"}""";
        if (draft.Operation.Id == "recordUse")
        {
            body.Remove("outcome");
            foreach (var (name, value) in JsonNode.Parse(grade)!.AsObject()) body[name] = value!.DeepClone();
        }
        else if (isFresh)
        {
            var id = draft.Route["use"] = $"u-{Interlocked.Increment(ref _uses)}";
            await Posted(world, world.AnnualRound, "uses", $$"""{"id":"{{id}}",{{grade[1..]}}""");
        }
    }

    /// <summary>A round with an objection <c>o-1</c>.</summary>
    public static async Task<string> Objected(World world)
    {
        var round = await Locked(world);
        await Objection(world, round);
        return round;
    }

    private static async Task<string> Locked(World world)
    {
        var round = await world.Opened();
        (await world.Lock(round)).Is(201);
        return round;
    }

    private static Task Ask(World world, string round) =>
        Posted(world, round, "vetting", $$"""{"id":"a","body":"{{Tax}}","letterOn":"{{Today}}"}""");

    private static Task Notice(World world, string round) => Posted(world, round, "notice",
        $$"""{"id":"n","place":"公告栏","posted":"{{Today}}","confirmedLastDay":"{{Later}}"}""");

    private static async Task Objection(World world, string round)
    {
        await Notice(world, round);
        await Posted(world, round, "objections", $$"""{"id":"o-1","receivedOn":"{{Today}}","who":"某人","what":"漏记"}""");
    }

    private static async Task Posted(World world, string round, string what, string body) =>
        (await world.Post($"/api/v1/rounds/{round}/{what}", body, MicroPoints.Identity.Role.Approver)).Is(201);
}
