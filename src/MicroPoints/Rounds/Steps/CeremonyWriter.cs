using System.Text.Json;

namespace MicroPoints.Rounds;

/// <summary>Writes into a result which steps the round took and which it skipped: it never claims more ceremony than it had.</summary>
/// <remarks>A rehearsal that took none of these steps says nothing of them, as its proof's page says that it had none. Free text of
/// people has no place here.</remarks>
internal static class CeremonyWriter
{
    /// <summary>Whether a round has anything to say of it.</summary>
    public static bool HasAny(RoundState round) => round.Opened!.Purpose == RoundPurpose.Annual
        || round.Vetting.Bodies.Count > 0 || round.Notices.Count > 0 || round.Papers.Count > 0;

    private static IEnumerable<RoundStepKind> Skipped(RoundState round) =>
        RoundSteps.Of(round, default, null).Where(l => l.State == RoundStepState.Skipped).Select(l => l.Step);

    public static void Write(Utf8JsonWriter json, RoundState round)
    {
        var opened = round.Opened!;
        json.WriteStartObject("ceremony");
        json.WriteString("profile", opened.Profile);
        Names(json, "required", RoundProfile.RequiredOf(opened));
        Names(json, "skipped", Skipped(round));
        json.WriteStartArray("vetting");
        foreach (var body in round.Vetting.Bodies) Body(json, body);
        json.WriteEndArray();
        json.WriteStartArray("holds");
        foreach (var hold in round.Vetting.Holds) Held(json, hold);
        json.WriteEndArray();
        json.WriteStartArray("notices");
        foreach (var notice in round.Notices) Noticed(json, notice.Noticed);
        json.WriteEndArray();
        json.WriteStartArray("objections");
        foreach (var objection in round.Objections.All) Objected(json, objection);
        json.WriteEndArray();
        json.WriteStartArray("papers");
        foreach (var paper in round.Papers) Attached(json, paper);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Body(Utf8JsonWriter json, VettedBody body)
    {
        json.WriteStartObject();
        json.WriteString("body", body.Body);
        json.WriteString("letterOn", Calendar.Text(body.LetterOn));
        if (body.Latest is { } latest) json.WriteString("reply", latest.Reply switch
        {
            VettingReply.NoObjection => "no-objection",
            VettingReply.Objection => "objection",
            _ => "no-reply",
        });
        if (body.Latest?.On is { } on) json.WriteString("repliedOn", Calendar.Text(on));
        json.WriteEndObject();
    }

    private static void Held(Utf8JsonWriter json, Hold hold)
    {
        json.WriteStartObject();
        json.WriteString("chamber", hold.Chamber.Value);
        json.WriteString("body", hold.Body);
        json.WriteBoolean("released", hold.IsReleased);
        json.WriteEndObject();
    }

    private static void Noticed(Utf8JsonWriter json, RoundNoticed notice)
    {
        json.WriteStartObject();
        json.WriteString("place", notice.Place);
        json.WriteString("posted", Calendar.Text(notice.Posted));
        json.WriteNumber("workingDays", notice.WorkingDays);
        json.WriteString("through", Calendar.Text(notice.LastDay));
        if (notice.Calendar is { } calendar) json.WriteString("calendar", calendar.ToString());
        json.WriteBoolean("confirmed", notice.IsConfirmed);
        json.WriteString("content", notice.Content.ToString());
        json.WriteEndObject();
    }

    private static void Objected(Utf8JsonWriter json, Objection objection)
    {
        json.WriteStartObject();
        json.WriteString("id", objection.Id.Value);
        if (objection.Chamber is { } chamber) json.WriteString("chamber", chamber.Value);
        json.WriteString("receivedOn", Calendar.Text(objection.ReceivedOn));
        json.WriteBoolean("late", objection.IsLate);
        if (objection.Answer is { } answer)
        {
            json.WriteString("answer", answer.IsAccepted ? "accepted" : "rejected");
            json.WriteString("answeredOn", Calendar.Text(answer.On));
            json.WriteNumber("admitted", answer.Admitted.Count);
        }
        json.WriteEndObject();
    }

    private static void Attached(Utf8JsonWriter json, Paper paper)
    {
        json.WriteStartObject();
        json.WriteNumber("kind", (int)paper.Kind);
        json.WriteString("sha256", paper.Scan.ToString());
        json.WriteEndObject();
    }

    private static void Names(Utf8JsonWriter json, string name, IEnumerable<RoundStepKind> steps)
    {
        json.WriteStartArray(name);
        foreach (var step in steps) json.WriteStringValue(step.ToString().ToLowerInvariant());
        json.WriteEndArray();
    }
}
