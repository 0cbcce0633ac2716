using Kim.Portal.Api;
using Kim.Portal.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Portal.Pages.Network;

/// <summary>Next steps, guiding texts and conferences. A conference names organisations as they were called on its day.</summary>
public sealed class RegistersModel(NetworkApi network, TimeProvider clock) : PageModel
{
    private readonly Dictionary<DateOnly, Dictionary<string, string>> _names = [];

    public IReadOnlyList<NextStepRow> Steps { get; private set; } = [];

    public IReadOnlyList<GuidingText> Guiding { get; private set; } = [];

    public IReadOnlyList<Conference> Conferences { get; private set; } = [];

    public string NameOn(string key, DateOnly? day) => _names[day ?? Today].GetValueOrDefault(key, key);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Steps = await network.NextSteps(ct);
        Guiding = await network.Texts(ct);
        Conferences = await network.Conferences(ct);
        foreach (var day in Conferences.Select(conference => conference.HeldOn ?? Today).Distinct())
            _names[day] = (await network.OrganisationsOn(day, ct)).ToDictionary(one => one.Key, one => one.Name);
    }

    private DateOnly Today => Show.Day(clock.GetUtcNow());
}
