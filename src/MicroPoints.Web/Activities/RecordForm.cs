using System.Globalization;
using MicroPoints.Activities;
using MicroPoints.Ledger;
using MicroPoints.Runtime;
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
    private readonly string _row;
    private readonly List<FormProblem> _problems = [];

    private RecordForm(IFormCollection form, string row = "") => (_form, _row) = (form, row);

    public static (RecordActivity? Record, IReadOnlyList<FormProblem> Problems) Read(IFormCollection form, ActivityKind kind)
    {
        var read = new RecordForm(form);
        var record = read.Record(kind);
        return (read._problems.Count == 0 ? record : null, read._problems);
    }

    /// <summary>The same of one row of a form with many; nothing where the row was left empty, or says that there was nothing.</summary>
    /// <param name="row">What the names of its fields end in.</param>
    public static (Measured? Measured, string? Key, string? Reason, IReadOnlyList<FormProblem> Problems) ReadRow(
        IFormCollection form, ActivityKind kind, string row)
    {
        var read = new RecordForm(form, row);
        string[] fields = [.. FieldsOf(kind.Measure)];
        var given = fields.Select(f => Digits(read.Text(f))).ToList();
        var (key, reason) = (kind.Keyed ? read.Text(Key) : null, read.Text(Reason));
        var isNothing = given.All(g => g is null or "0") && (given.Any(g => g is not null) || key is null && reason is null);
        if (isNothing) return (null, null, null, []);
        var measured = read.Measured(kind);
        return (read._problems.Count == 0 ? measured : null, key, reason, read._problems);
    }

    /// <summary>The fields of a measure.</summary>
    public static IReadOnlyList<string> FieldsOf(MeasureType measure) => measure switch
    {
        MeasureType.Count => [Count],
        MeasureType.Quantity => [Quantity],
        MeasureType.Rate => [Asked, Answered, Satisfied],
        MeasureType.Share => [Of, Done],
        MeasureType.Option => [Option],
        MeasureType.Flag => [Flag],
        MeasureType.Points => [Points],
        _ => throw new InvalidOperationException("unknown measure"),
    };

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
        if (Digits(Text(field)) is { Length: <= 12 } text
            && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var whole)) return whole;
        Bad(field, "请填写整数，例如 3", "give a whole number such as 3");
        return 0;
    }

    private Points Number(string field)
    {
        if (Digits(Text(field)) is { } text && MicroPoints.Points.TryParse(text, out var number)) return number;
        Bad(field, "请填写数字，最多两位小数，例如 1.5", "give a number with at most two decimals, such as 1.5");
        return default;
    }

    private DateOnly? Day(string field, string text)
    {
        if (Calendar.TryParseDay(text, out var day)) return day;
        Bad(field, "请填写日期，例如 2026-04-12", "give a day such as 2026-04-12");
        return null;
    }

    /// <summary>Digits that an input method wrote in full width are the same digits.</summary>
    private static string? Digits(string? text) => text is null ? null : NameText.Plain(text);

    private string? Text(string field) => _form[field + _row].ToString().Trim() is { Length: > 0 } text ? text : null;

    private void Bad(string field, string zh, string en) => _problems.Add(new FormProblem(field + _row, new Title(zh, en)));
}
