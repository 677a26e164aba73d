using MicroPoints.Runtime;
using Microsoft.AspNetCore.Components;

namespace MicroPoints.Web;

/// <summary>What pages and their parts share.</summary>
public abstract class DeskPage : ComponentBase
{
    [Inject]
    protected Desk Desk { get; set; } = null!;

    protected Workspace Workspace => Desk.Workspace;
    protected CancellationToken Cancel => Desk.Cancel;

    protected string T(string zh, string en) => Desk.T(zh, en);
    protected string T(Title title) => Desk.T(title);
}
