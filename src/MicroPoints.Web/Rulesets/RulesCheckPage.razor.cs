using System.Text;
using MicroPoints.Rulesets;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace MicroPoints.Web;

/// <summary>Takes a ruleset as text or as a file and says what is wrong with it; nothing outlives the request.</summary>
public partial class RulesCheckPage
{
    private string _rules = "", _activities = "";
    private CheckedRules? _found;
    private Title? _refused;

    [Inject]
    private IRuleChecks Rules { get; set; } = null!;

    [Inject]
    private IHttpContextAccessor Context { get; set; } = null!;

    private async Task Check()
    {
        if (!Desk.MayRecord || Context.HttpContext is not { Request.HasFormContentType: true } http) return;
        var rules = await Sent(http.Request.Form, "rules");
        var activities = await Sent(http.Request.Form, "activities");
        if (rules is null || activities is null)
        {
            _refused = new Title("文件超过 1 MB，没有读：请删去办法用不着的内容，或者分成几份。",
                "A file is larger than 1 MB and was not read: remove what rules do not need, or split it.");
            return;
        }
        (_rules, _activities) = (Encoding.UTF8.GetString(rules), Encoding.UTF8.GetString(activities));
        if (string.IsNullOrWhiteSpace(_rules))
        {
            _refused = new Title("没有内容：请粘贴办法文件，或者选择一个有内容的文件。", "There is nothing: paste a ruleset, or choose a file that holds one.");
            return;
        }
        _found = Rules.Check(rules, activities, Workspace.Kinds);
    }

    /// <summary>The file where one was sent, else the text; null where it is larger than a ruleset may be.</summary>
    private async Task<byte[]?> Sent(IFormCollection form, string field)
    {
        if (form.Files[$"{field}-file"] is not { Length: > 0 } file)
        {
            // Browsers send a line break as two characters, whatever was typed.
            var text = form[field].ToString().Replace("\r\n", "\n", StringComparison.Ordinal);
            return Encoding.UTF8.GetByteCount(text) > Limits.RulesetBytesMax ? null : Encoding.UTF8.GetBytes(text);
        }
        if (file.Length > Limits.RulesetBytesMax) return null;
        var bytes = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, Cancel);
        return bytes;
    }

    /// <summary>A browser drops the first line break of a text field.</summary>
    private static string Shown(string text) => text.StartsWith('\n') ? "\n" + text : text;
}
