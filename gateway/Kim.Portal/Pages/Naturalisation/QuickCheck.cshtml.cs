using Kim.Portal.Api;
using Kim.Portal.Web;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Portal.Pages.Naturalisation;

/// <summary>A check without a person. Nothing is stored, so the result stands above the form that it came from.</summary>
public sealed class QuickCheckModel(NaturalisationApi naturalisation, Words words, TimeProvider clock) : FactsPage
{
    private const int Nationalities = 2;
    private const int Periods = 3;

    [BindProperty]
    public CheckModel.Fields Input { get; set; } = new();

    [BindProperty]
    public PersonFacts Person { get; set; } = new();

    public CodeLists Codes { get; private set; } = new();

    public ShownResult? Shown { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Codes = await words.Codes(ct);
        Input = new CheckModel.Fields { DecisionOn = Show.Day(clock.GetUtcNow()), Route = "STAG_10" };
        Person.Nationalities = [.. Enumerable.Range(0, Nationalities).Select(_ => new NationalityFact())];
        Person.ResidencePeriods = [.. Enumerable.Range(0, Periods).Select(_ => new ResidenceFact())];
        Open(new OfficerFacts());
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Codes = await words.Codes(ct);
        CheckRows();
        CheckPeriods();
        if (!ModelState.IsValid) return Again();
        var person = Person with
        {
            Nationalities = Filled(Person.Nationalities, none: true)!,
            ResidencePeriods = Filled(Person.ResidencePeriods, none: true)!,
        };
        var result = await naturalisation.QuickCheck(new { Input.DecisionOn, Input.ApplicationOn, Input.Route, Person = person, Facts = Sent() }, ct);
        if (result.Problem is { } problem)
        {
            Note(problem);
            return Again();
        }

        Shown = new ShownResult(result.Value!, result.Value!.Overall, [], Codes);
        return Page();
    }

    private void CheckPeriods()
    {
        for (var i = 0; i < Person.ResidencePeriods.Count; i++)
        {
            var period = Person.ResidencePeriods[i];
            if (period == new ResidenceFact()) continue;
            if (period.Status is null) Missing($"Person.ResidencePeriods[{i}].Status");
            if (period.From is null) Missing($"Person.ResidencePeriods[{i}].From");
        }
    }
}
