using System.Text.Json.Nodes;

namespace MicroPoints.Api.Tests.Fuzz;

/// <summary>Makes requests that may succeed: the document's own examples, about what is really there.</summary>
internal sealed class Good(World world)
{
    private int _made;

    /// <param name="isSure">True: prepares whatever it takes to succeed. False: what there is must do, mostly.</param>
    /// <param name="isPlain">True: only with what is there, and without a query.</param>
    public async Task<Draft> Of(Operation operation, Sender sender, Random random, bool isSure = false, bool isPlain = false)
    {
        var draft = new Draft(operation, sender) { Json = operation.Example?.DeepClone() };
        // A town is made for each fresh round, and towns are few.
        var isFresh = isSure || !isPlain && random.Next(operation.Path.Contains("{round}") ? 24 : 8) == 0;
        foreach (var name in Names(operation.Path)) draft.Route[name] = name switch
        {
            "chamber" => Any(world.Chambers, random),
            "id" => "known",
            "round" => Any(world.Rounds, random),
            "ruleset" => "micro-points",
            "version" => "2026.1",
            "region" => Any(world.Towns, random),
            "year" => "2026",
            "objection" => "o-1",
            "use" => "u-1",
            _ => throw new NotSupportedException($"the path has a {name}: say what there is"),
        };
        if (operation.Id == "checkRuleset" && random.Next(2) == 0) draft.Json = JsonValue.Create(world.Ruleset);
        if (draft.Json is JsonObject body) await Fit(draft, body, random, isFresh);
        else await FitRoute(draft, random, isFresh);
        if (!isSure && !isPlain) Ask(draft, random);
        return draft;
    }

    private string NewId() => $"z-{_made++}";

    private async Task FitRoute(Draft draft, Random random, bool isFresh)
    {
        if (draft.Operation.Id is "getProof" or "showResults") draft.Route["round"] = Any(world.SealedRounds, random);
        if (draft.Operation.Id == "explainResult" && random.Next(4) > 0)
            draft.Route["chamber"] = $"{draft.Route["round"] = Any(world.SealedRounds, random)}-a";
        if (draft.Operation.Id == "showMovedByObjection" && isFresh) draft.Route["round"] = await GoodCeremony.Objected(world);
        if (draft.Operation.Id == "sealRound" && isFresh)
        {
            var round = await world.Opened();
            (await world.Lock(round)).Is(201);
            (await world.Decide(round)).Is(201);
            draft.Route["round"] = round;
        }
    }

    private async Task Fit(Draft draft, JsonObject body, Random random, bool isFresh)
    {
        switch (draft.Operation.Id)
        {
            case "putChamber":
                if (isFresh) world.Chambers.Add(draft.Route["chamber"] = NewId());
                if (world.Chambers.Count > 60) world.Chambers.RemoveAt(6);
                body["seat"] = Any(world.Towns, random);
                break;
            case "dissolveChamber":
                if (isFresh) draft.Route["chamber"] = await world.NewChamber();
                break;
            case "mergeChamber":
                if (isFresh) draft.Route["chamber"] = await world.NewChamber();
                body["with"]![0] = isFresh ? await world.NewChamber() : Any(world.Chambers, random);
                body["into"] = NewId();
                body["register"]!["seat"] = world.Towns[0];
                break;
            case "splitChamber":
                if (isFresh) draft.Route["chamber"] = await world.NewChamber();
                foreach (var (share, entry) in body["shares"]!.AsArray().Zip((string[])["known", "known-2"]))
                    (share!["chamber"], share["allocated"]) = (Any(world.Chambers, random), new JsonArray(entry));
                body["shares"]![1]!["chamber"] = isFresh ? await world.NewChamber() : Any(world.Chambers, random);
                break;
            case "recordActivities":
                foreach (var line in body["activities"]!.AsArray()) line!["id"] = NewId();
                break;
            case "reverseActivity":
                if (isFresh) draft.Route["chamber"] = await world.NewChamber();
                break;
            case "openLateWindow":
                if (isFresh || random.Next(2) == 0) draft.Route["chamber"] = world.Closed;
                break;
            case "revokeKey":
                draft.Route["id"] = isFresh ? await world.NewKey() : "revoked";
                break;
            case "publishRuleset" or "workOutImpact" or "adoptRuleset":
                FitRules(draft, body, random);
                break;
            case "endAdoption":
                if (isFresh) await world.Adopted("four-good");
                break;
            case "openRound":
                world.Rounds.Add(NewId());
                if (world.Rounds.Count > 40) world.Rounds.RemoveAt(2);
                (body["id"], body["scope"]) = (world.Rounds[^1], Any(world.Towns, random));
                return;
            case "applyToRound":
                draft.Route["round"] = isFresh ? await world.Opened() : Any(world.Rounds, random);
                body["chamber"] = isFresh ? $"{draft.Route["round"]}-a" : Any(world.Chambers, random);
                break;
            case "lockRound" or "abandonRound":
                if (isFresh) draft.Route["round"] = await world.Opened();
                break;
            case "askVetting" or "replyVetting" or "releaseHold" or "postNotice" or "receiveObjection" or "answerObjection"
                or "attachPaper" or "recordUse" or "withdrawUse":
                await GoodCeremony.Fit(world, draft, body, isFresh);
                break;
            case "decideRound":
                if (isFresh) (await world.Lock(draft.Route["round"] = await world.Opened())).Is(201);
                if (isFresh) body["departures"] = new JsonArray();
                break;
        }
        if (body.ContainsKey("id") && (isFresh || random.Next(4) > 0)) body["id"] = NewId();
    }

    private void FitRules(Draft draft, JsonObject body, Random random)
    {
        switch (draft.Operation.Id)
        {
            case "publishRuleset":
                // The example's tests are of another ruleset.
                body.Remove("tests");
                (body["rules"], body["withoutTests"]) = (world.Ruleset.Replace("version: '2026.1'", $"version: '{NewId()}'"), "试行");
                break;
            case "workOutImpact":
                if (random.Next(2) == 0) body["after"] = new JsonObject { ["rules"] = world.Ruleset.Replace("cap: 5", "cap: 6") };
                break;
            case "adoptRuleset":
                body["from"] = $"2026-{random.Next(1, 13):00}-01";
                if (random.Next(3) == 0) body["impact"] = new JsonArray("2026");
                break;
        }
    }

    /// <summary>Some of the query's parameters, with values that are taken.</summary>
    private void Ask(Draft draft, Random random)
    {
        foreach (var (name, example) in draft.Operation.Queries.Where(_ => random.Next(3) == 0))
        {
            var value = name switch
            {
                "scope" or "region" => random.Next(2) == 0 ? TestServer.County : Any(world.Towns, random),
                "period" => Any(["2026", "2026Q4", "2025", "2025-2026"], random),
                "asOf" => Any(["2026-12-31", "2026-06-30", "2020-01-01"], random),
                "knownAt" or "after" when draft.Operation.Id == "listAudit" || name == "knownAt" =>
                    Any(["2026-12-31", "2026-07-01T00:00:00Z"], random),
                "after" => random.Next(4).ToString(),
                "limit" => Any(["1", "2", "100", "500"], random),
                "ruleset" => "micro-points",
                "peerGroup" => "township",
                "chamber" => Any(world.Chambers, random),
                "cursor" => world.Cursors.Count == 0 ? null : Any(world.Cursors, random),
                _ => example,
            };
            if (value is not null) draft.Query.Add((name, value));
        }
    }

    public static T Any<T>(IReadOnlyList<T> list, Random random) => list[random.Next(list.Count)];

    private static IEnumerable<string> Names(string path) =>
        path.Split('/').Where(p => p.StartsWith('{')).Select(p => p.Trim('{', '}'));
}
