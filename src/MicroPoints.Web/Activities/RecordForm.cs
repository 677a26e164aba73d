using System.Globalization;
using MicroPoints.Activities;
using MicroPoints.Ledger;
using Microsoft.AspNetCore.Http;

namespace MicroPoints.Web;

/// <summary>One thing wrong in a form: which field, and what to write instead.</summary>
public sealed record FormProblem(string Field, Title Words);

/// <summary>Reads one activity from a form, all bad fields at once.</summary>
public sealed class RecordForm
{
    public const string Chamber = "chamber", Kind = "kind", Id = "id", On = "on", Reason = "reason", Key = "key", Expires = "expires",
        Late = "late";
    public const string Count = "count", Quantity = "quantity", Answered = "answered", Satisfied = "satisfied", Asked = "asked",
        Done = "done", Of = "of", Option = "option", Flag = "flag", Points = "points";

    private readonly IFormCollection _form;
    private readonly List<FormProblem> _problems = [];

    private RecordForm(IFormCollection form) => _form = form;

    public static (RecordActivity? Record, IReadOnlyList<FormProblem> Problems) Read(IFormCollection form, ActivityKind kind)
    {
        var read = new RecordForm(form);
        var record = read.Record(kind);
        return (read._problems.Count == 0 ? record : null, read._problems);
    }

    /// <summary>An id that this form is known by, so that sending it twice records once.</summary>
    public static string NewId() => $"w{Guid.CreateVersion7():n}";

    private RecordActivity Record(ActivityKind kind)
    {
        var id = Text(Id) is { } given && EntryId.IsValid(given) ? given : NewId();
        var on = ReadOn();
        var expires = Text(Expires) is { } text && kind.Nature == Nature.State ? Day(Expires, text) : null;
        return new RecordActivity(new EntryId(id), kind.Id, on, Measured(kind), expires,
            Key: kind.Keyed ? Text(Key) : null, Reason: Text(Reason));
    }

    private On ReadOn()
    {
        if (Text(On) is { } text && MicroPoints.On.TryParse(text, out var on)) return on;
        Bad(On, "请填写日期，例如 2026-04-12", "give a day such as 2026-04-12");
        return default;
    }

    private Measured Measured(ActivityKind kind) => kind.Measure switch
    {
        MeasureType.Count => new Measured.Count(Whole(Count)),
        MeasureType.Quantity => new Measured.Quantity(Number(Quantity).Hundredths),
        MeasureType.Rate => new Measured.Rate(Whole(Answered), Whole(Satisfied), Whole(Asked)),
        MeasureType.Share => new Measured.Share(Whole(Done), Whole(Of)),
        MeasureType.Option => new Measured.Option(Chosen(Option)),
        MeasureType.Flag => new Measured.Flag(Chosen(Flag) == "true"),
        MeasureType.Points => new Measured.Awarded(Number(Points)),
        _ => throw new InvalidOperationException("unknown measure"),
    };

    private string Chosen(string field)
    {
        if (Text(field) is { } text) return text;
        Bad(field, "请选择一项", "choose one");
        return "";
    }

    private long Whole(string field)
    {
        if (Text(field) is { Length: <= 12 } text
            && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var whole)) return whole;
        Bad(field, "请填写整数，例如 3", "give a whole number such as 3");
        return 0;
    }

    private Points Number(string field)
    {
        if (Text(field) is { } text && MicroPoints.Points.TryParse(text, out var number)) return number;
        Bad(field, "请填写数字，最多两位小数，例如 1.5", "give a number with at most two decimals, such as 1.5");
        return default;
    }

    private DateOnly? Day(string field, string text)
    {
        if (Calendar.TryParseDay(text, out var day)) return day;
        Bad(field, "请填写日期，例如 2026-04-12", "give a day such as 2026-04-12");
        return null;
    }

    private string? Text(string field) => _form[field].ToString().Trim() is { Length: > 0 } text ? text : null;

    private void Bad(string field, string zh, string en) => _problems.Add(new FormProblem(field, new Title(zh, en)));
}
