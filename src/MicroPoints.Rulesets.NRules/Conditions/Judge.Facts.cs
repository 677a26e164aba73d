using System.Globalization;
using MicroPoints.Activities;
using MicroPoints.Rulesets.NRules.Facts;

namespace MicroPoints.Rulesets.NRules.Conditions;

/// <summary>The conditions that read what a chamber did, is, or was given earlier.</summary>
internal sealed partial class Judge
{
    public Found OnFacts(Case chamber) => NotInForce(chamber.Day) ?? condition switch
    {
        Condition.Compare { Subject: Subject.Rate, Id: { } kind } => Bounded(chamber, chamber.Things
            .Facts(new Counted(new KindId(kind))).OrderDescending().FirstOrDefault()?.Fact.Measured.Percent),
        Condition.Compare { Subject: Subject.Attribute, Id: { } id } => NumberOf(id, chamber),
        Condition.AttributeDay asked => DayOf(asked, chamber),
        Condition.AttributeIs asked => Attribute(chamber, asked.Attribute, text => text is not null && values.List(asked.Is).Contains(text)),
        Condition.AttributeMissing asked => Attribute(chamber, asked.Attribute, text => asked.Missing == text is null),
        Condition.StateIs asked => State(chamber, asked.State,
            states => states.Exists(s => s.Choice is { } choice && values.List(asked.Is).Contains(choice))),
        Condition.StateMissing asked => State(chamber, asked.State,
            states => asked.Missing == states.TrueForAll(s => s.Status == StateStatus.Missing)),
        Condition.StateHeldFor asked => Held(asked, chamber),
        Condition.EventOccurred asked => Occurred(asked, chamber),
        Condition.SilentFor asked => Silent(asked, chamber),
        Condition.History asked => Earlier(asked, chamber),
        _ => throw new InvalidOperationException("unknown condition"),
    };

    private Found NumberOf(string attribute, Case chamber)
    {
        if (TextOf(chamber, attribute) is not { } text) return Bounded(chamber, null);
        return Points.TryParse(text, out var number)
            ? Bounded(chamber, Fraction.OfPoints(number)) : Undecided(ConditionProse.NoNumber(attribute, text));
    }

    private Found DayOf(Condition.AttributeDay asked, Case chamber)
    {
        if (TextOf(chamber, asked.Attribute) is not { } text) return Said(chamber, false, null);
        if (!Calendar.TryParseDay(text, out var day)) return Undecided(ConditionProse.NoDay(asked.Attribute, text));
        var met = (asked.AtLeast is null || day >= asked.AtLeast) && (asked.AtMost is null || day <= asked.AtMost)
            && (asked.Below is null || day < asked.Below);
        return Said(chamber, met, new Title(text));
    }

    private Found Attribute(Case chamber, string attribute, Func<string?, bool> isMet)
    {
        var text = TextOf(chamber, attribute);
        return Said(chamber, isMet(text), text is null ? null : new Title(text));
    }

    private static string? TextOf(Case chamber, string attribute) =>
        chamber.Chamber.Attributes.TryGetValue(attribute, out var text) ? text : null;

    /// <summary>A keyed state meets a condition where any of its keys does.</summary>
    private Found State(Case chamber, KindId id, Predicate<List<StateReading>> isMet)
    {
        var reading = chamber.Things.Reading;
        var kind = reading.Kinds[id];
        List<StateReading> states = kind.Keyed ? [.. reading.States(id).Select(s => s.State)] : [reading.State(id)];
        var said = states.Where(s => s.Choice is not null).Select(s => s.Choice!).Distinct().Select(kind.OptionTitle).ToList();
        return Said(chamber, isMet(states), said.Count == 0 ? null
            : new Title(string.Join("、", said.Select(t => t.Zh)), string.Join(", ", said.Select(t => t.EnOrZh))));
    }

    private Found Held(Condition.StateHeldFor asked, Case chamber)
    {
        var since = chamber.Things.Reading.HeldSince(asked.State, [.. values.List(asked.Is)]);
        return since is { } from
            ? Said(chamber, asked.AtLeast.AfterStart(from) <= chamber.Day, new Title(Calendar.Text(from)))
            : Said(chamber, false, null);
    }

    private Found Occurred(Condition.EventOccurred asked, Case chamber)
    {
        var periods = values.WholeAt(asked.Periods, chamber.Day);
        var times = chamber.Things.Reading.Occurrences(
            asked.Event, asked.Is is null ? null : values.List(asked.Is), periods < 1 ? 1 : periods);
        return Said(chamber, times >= values.FractionAt(asked.AtLeast, chamber.Day), new Title(times.ToString()));
    }

    /// <summary>So many whole quarters, and the days since the last of them, without an event.</summary>
    private Found Silent(Condition.SilentFor asked, Case chamber)
    {
        var (day, reading) = (chamber.Day, chamber.Things.Reading);
        var tomorrow = day.AddDays(1);
        var wholeUntil = tomorrow is { Day: 1, Month: 1 or 4 or 7 or 10 } ? tomorrow : new DateOnly(day.Year, (day.Month - 1) / 3 * 3 + 1, 1);
        var from = wholeUntil.AddMonths(-3 * values.WholeAt(asked.Quarters, day));
        if (chamber.Chamber.Founded is { } founded && from < founded) return Said(chamber, false, ConditionProse.FoundedOn(founded));
        var kinds = KindsOf(asked, reading.Kinds);
        if (!reading.AnyEvent(kinds, from, day)) return Said(chamber, true, null);
        var month = new DateOnly(day.Year, day.Month, 1);
        for (var through = day; !reading.AnyEvent(kinds, month, through); month = month.AddMonths(-1)) through = month.AddDays(-1);
        return Said(chamber, false, ConditionProse.LatestOf(month.ToString("yyyy-MM", CultureInfo.InvariantCulture)));
    }

    /// <summary>The kinds that are named, or the events that lines count. Of a kind that nobody knows nothing can have happened.</summary>
    private List<KindId> KindsOf(Condition.SilentFor asked, KindCatalogue kinds) => asked.Kinds is { } named
        ? [.. values.List(named).Where(KindId.IsValid).Select(id => new KindId(id)).Where(id => kinds.Find(id) is not null)]
        : [.. ruleset.AllIndicators.SelectMany(i => i.CountedKinds).Distinct().Where(id => kinds[id].Nature == Nature.Event)];

    private Found Earlier(Condition.History asked, Case chamber)
    {
        var rounds = chamber.Chamber.History.Take(values.WholeAt(asked.Within, chamber.Day));
        var times = asked.Grades is { } grades
            ? rounds.Count(r => r.Grade is not null && values.List(grades).Contains(r.Grade))
            : rounds.Count(r => asked.Outcomes is { } given && r.Outcomes.Intersect(values.List(given)).Any());
        return Said(chamber, times >= values.WholeAt(asked.AtLeast, chamber.Day), new Title(times.ToString(CultureInfo.InvariantCulture)));
    }
}
