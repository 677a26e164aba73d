using System.Text;
using MicroPoints.Activities;
using MicroPoints.Runtime;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace MicroPoints.Web;

/// <summary>
/// Publishes a ruleset file, or a draft that was made here, and goes on to its adoption; or the next activities file, and says what is new.
/// </summary>
public sealed partial class PublishPage
{
    private const int ShownMax = 40;

    private DraftMade? _made;
    private Title? _refused;
    private PublishAnswer? _answer;
    private KindsAnswer? _kinds;
    private KindSuccession? _new;

    /// <summary>The draft that is published; null where a file is sent.</summary>
    [SupplyParameterFromQuery(Name = "draft")]
    public string? DraftKey { get; set; }

    [SupplyParameterFromQuery(Name = "title")]
    public string? DraftTitle { get; set; }

    /// <summary>The version of the activities that was published just now.</summary>
    [SupplyParameterFromQuery(Name = "activities")]
    public string? PublishedKinds { get; set; }

    /// <summary>The draft counts kinds that must be published first.</summary>
    private bool NeedsKinds => _made?.Draft is { NewKinds.Count: > 0 };

    private IFormCollection? Form => Context.HttpContext is { Request.HasFormContentType: true } http ? http.Request.Form : null;

    private string? Sent(string field) => Form?[field].ToString().Trim() is { Length: > 0 } text ? text : null;

    protected override async Task OnInitializedAsync()
    {
        if (PublishedKinds is { } version) _new = await Kinds.SuccessionOf(version, Cancel);
        if (DraftKey is null || !RulesOfCounty.MayPublish(Desk)) return;
        _made = DraftMade.Of(Desk, Uploads, Format, DraftKey, DraftTitle);
        if (_made?.Written is not null) return;
        _made = null;
        _refused = new Title("草案的文件已经不在了，请重新上传原文件起草，或者在这里上传办法文件。",
            "The draft's file is gone: draft it again, or send the ruleset file here.");
    }

    private async Task Publish()
    {
        if (!RulesOfCounty.MayPublish(Desk)) return;
        var file = await Read("file");
        if (file is not null && Rules.IsActivities(file))
        {
            await PublishKinds(file);
            return;
        }
        if (await Wanted(file) is not { } wanted) return;
        var answer = await Publishing.Publish(wanted, Desk.Actor, Cancel);
        if (answer is { Answer: not Answer.Refused, Ruleset: { } ruleset })
        {
            Desk.GoTo($"/rules/adopt/{ruleset.Id}/{Uri.EscapeDataString(ruleset.Version)}");
            return;
        }
        _answer = answer;
        if (answer.Answer is Answer.Refused refused) _refused = RefusalWords.Of(refused.Reason, refused.Detail);
    }

    private async Task PublishKinds(byte[] file)
    {
        _kinds = await Kinds.Publish(FileName, file, Desk.Actor, Cancel);
        if (_kinds.Answer is Answer.Refused refused) _refused = RefusalWords.Of(refused.Reason, refused.Detail);
        else Desk.GoTo($"/rules/publish{QueryString.Create([new("activities", _kinds.Found.Kinds!.Version), .. OfDraft])}");
    }

    private string FileName => Path.GetFileName(Form!.Files["file"]!.FileName);

    private IEnumerable<KeyValuePair<string, string?>> OfDraft => new KeyValuePair<string, string?>[]
        { new("draft", DraftKey), new("title", DraftTitle) }.Where(p => p.Value is { Length: > 0 });

    private async Task<RulesetToPublish?> Wanted(byte[]? file)
    {
        var tests = await Read("tests");
        if (NeedsKinds)
        {
            _refused ??= new Title("请先选择积分事项目录的文件。", "Choose the file of the activities first.");
            return null;
        }
        if (_made?.Written is { } written)
            return new RulesetToPublish("草案.yaml", Encoding.UTF8.GetBytes(written.Rules), tests, Sent("reason"));
        if (file is not null) return new RulesetToPublish(FileName, file, tests, Sent("reason"));
        _refused ??= new Title("请选择一个有内容的文件。", "Choose a file that holds something.");
        return null;
    }

    /// <summary>A file of the form; null where none was sent, or it is too large, which is told.</summary>
    private async Task<byte[]?> Read(string field)
    {
        if (Form?.Files[field] is not { Length: > 0 } file) return null;
        if (file.Length > Limits.RulesetBytesMax)
        {
            _refused = new Title("没有发布：文件超过 1 MB。", "Not published: the file is larger than 1 MB.");
            return null;
        }
        await using var stream = file.OpenReadStream();
        return await ImportService.ReadAll(stream, Cancel);
    }
}
