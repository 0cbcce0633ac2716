using Kim.Portal.Api;
using Kim.Portal.Web;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Portal.Pages;

/// <summary>What happened to my cases elsewhere.</summary>
public sealed class NoticesModel(CasesApi cases) : PortalPage
{
    public Listed<NoticeRow> List { get; private set; } = new();

    public async Task OnGetAsync(string? after, CancellationToken ct) => List = await cases.Notices(unreadOnly: false, after, ct);

    public async Task<IActionResult> OnPostReadAsync(Guid noticeId, CancellationToken ct)
    {
        if (Done(await cases.ReadNotice(noticeId, Key, ct), "Done.Read", "/notices") is { } next) return next;
        await OnGetAsync(null, ct);
        return Again();
    }
}
