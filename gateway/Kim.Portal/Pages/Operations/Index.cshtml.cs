using Kim.Portal.Api;
using Kim.Portal.Web;

namespace Kim.Portal.Pages.Operations;

/// <summary>The messages of all services that wait for a decision of ops.</summary>
public sealed class IndexModel(OpsApi ops) : PortalPage
{
    /// <summary>What one service says; null when it does not answer.</summary>
    public sealed record Part(string Service, Listed<ParkedRow>? List);

    public IReadOnlyList<Part> Parts { get; private set; } = [];

    public async Task OnGetAsync(string? service, string? after, CancellationToken ct)
    {
        var parts = new List<Part>();
        foreach (var one in OpsApi.Services) parts.Add(new Part(one, await ListAsync(one, one == service ? after : null, ct)));
        Parts = parts;
    }

    // One service that is away must not hide what the others have to say.
    private async Task<Listed<ParkedRow>?> ListAsync(string service, string? after, CancellationToken ct)
    {
        try
        {
            return await ops.Parked(service, null, after, ct);
        }
        catch (ApiException away) when (away.Problem.IsOutage)
        {
            return null;
        }
    }
}
