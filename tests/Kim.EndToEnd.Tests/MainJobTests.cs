using Kim.EndToEnd.Tests.Browsing;
using Kim.EndToEnd.Tests.Running;

namespace Kim.EndToEnd.Tests;

/// <summary>The main job of the product, by eye: from a person's need to what a committee decided, and back into the case.</summary>
[Collection("people of the KI")]
public sealed class MainJobTests(SystemFixture system, BrowserFixture browser, SignedIn people)
{
    [Fact]
    public async Task A_need_of_five_cases_becomes_a_measure_that_the_case_shows()
    {
        var manager = await people.AsAsync(system, browser, "cm");
        for (var number = 1; number <= 5; number++)
        {
            await CaseSteps.OpenAsync(manager, $"Beispiel {(char)('A' + number)}");
            await CaseSteps.ReportHousingAsync(manager);
        }

        var file = manager.Page.Url;
        var office = await people.AsAsync(system, browser, "office");
        await NetworkSteps.ScheduleAsync(office);
        await NetworkSteps.PutThemeOnAgendaAsync(office, "Wohnen");
        await NetworkSteps.ResolveAsync(office, "Wohnungslotsen einführen");
        await NetworkSteps.CompleteAsync(office, "Lotsinnen beraten in drei Gemeinden");

        await manager.GoAsync(file);
        await manager.WaitForAsync("Lotsinnen beraten in drei Gemeinden");
        await manager.SeesAsync("Was beschlossen wurde");
        await manager.SeesAsync("Wohnungslotsen einführen");
        await manager.CheckAsync();
        await manager.GoAsync("/notices");
        await manager.SeesAsync("Wohnungslotsen einführen");
        await manager.PressAsync("Gelesen");
        await manager.SeesAsync("Als gelesen markiert.");
    }

    [Fact]
    public async Task A_case_comes_through_its_phases_and_says_what_is_missing()
    {
        var manager = await people.AsAsync(system, browser, "cm");
        await CaseSteps.OpenAsync(manager, "Schritt");
        await manager.PressAsync("Weiter zu: Klärung");
        await manager.SeesAsync("Es liegt keine heute gültige Einwilligung vor.");

        await CaseSteps.ConsentAsync(manager);
        await manager.SeesAsync("Die Indikation braucht zwei Kriterien oder eine Begründung.");
        await CaseSteps.IndicateAsync(manager);
        await manager.PressAsync("Weiter zu: Assessment");
        await CaseSteps.AssessAsync(manager);
        await CaseSteps.NeedAsync(manager);
        await manager.PressAsync("Weiter zu: Hilfeplanung");
        await CaseSteps.GoalWithOfferAsync(manager);
        await CaseSteps.AgreeAsync(manager);
        await manager.PressAsync("Weiter zu: Linking");
        await manager.PressAsync("Maßnahme beginnen");
        await manager.PressAsync("Weiter zu: Monitoring");
        await CaseSteps.ResidenceAsync(manager);
        await manager.Page.Locator("select[name=score]").SelectOptionAsync("3");
        await manager.PressAsync("Bewerten");
        await manager.FollowAsync("Fall abschließen");
        await manager.ChooseAsync("Abschlussgrund", "Ziele erreicht");
        await manager.PressAsync("Fall abschließen");
        await manager.SeesAsync("Ziele erreicht");
    }

    [Fact]
    public async Task The_same_form_sent_twice_opens_one_case()
    {
        var manager = await people.AsAsync(system, browser, "cm");
        await manager.GoAsync("/cases/new");
        await CaseSteps.FillNewCaseAsync(manager, "Doppelklick");
        var twice = await manager.Page.EvaluateAsync<string[]>("""
            async () => {
              const form = document.querySelector('main form');
              const send = () => fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
              return (await Promise.all([send(), send()])).map(answer => new URL(answer.url).pathname);
            }
            """);

        Assert.Single(twice.Distinct(), address => address.StartsWith("/cases/", StringComparison.Ordinal) && address != "/cases/new");
    }

    [Fact]
    public async Task Errors_are_named_at_the_field_and_above_the_form()
    {
        var manager = await people.AsAsync(system, browser, "cm");
        await manager.GoAsync("/cases/new");
        await manager.PressAsync("Fall eröffnen");

        Assert.StartsWith("Fehler:", await manager.Page.TitleAsync());
        Assert.Equal("error-summary", await manager.Page.EvaluateAsync<string>("document.activeElement.id"));
        await manager.FollowAsync("Familienname: Bitte ausfüllen.");
        Assert.EndsWith("#Input_FamilyName", manager.Page.Url);
        Assert.Equal("true", await manager.Page.GetAttributeAsync("#Input_FamilyName", "aria-invalid"));

        await CaseSteps.FillNewCaseAsync(manager, "Фамилия");
        await manager.PressAsync("Fall eröffnen");
        await manager.SeesAsync("DIN 91379");
        Assert.Equal("true", await manager.Page.GetAttributeAsync("#Input_FamilyName", "aria-invalid"));
    }

    [Fact]
    public async Task The_form_for_a_new_case_can_be_filled_by_keyboard_in_reading_order()
    {
        var manager = await people.AsAsync(system, browser, "cm");
        await manager.GoAsync("/cases/new");
        await manager.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("Zum Inhalt springen", await manager.Page.EvaluateAsync<string>("document.activeElement.innerText"));
        await manager.Page.Keyboard.PressAsync("Enter");
        var order = new List<string>();
        for (var step = 0; step < 20 && !order.Contains("BUTTON"); step++)
        {
            await manager.Page.Keyboard.PressAsync("Tab");
            var focused = await manager.Page.EvaluateAsync<string>("document.activeElement.id || document.activeElement.tagName");
            if (order.LastOrDefault() != focused) order.Add(focused); // a date field holds several stops
            Assert.True(await HasVisibleFocusAsync(manager), $"{focused} shows no focus");
        }

        Assert.Equal(
            ["A", "Input_GivenNames", "Input_FamilyName", "Input_BirthDate", "Input_Sex", "Input_PersonLanguage", "Input_SecondLanguage", "Input_Ags",
                "Input_Occasion", "Input_AccessPath", "Input_HouseholdSize", "BUTTON"],
            order);
    }

    private static Task<bool> HasVisibleFocusAsync(Person person) => person.Page.EvaluateAsync<bool>("""
        () => {
          const around = element => element && [getComputedStyle(element)].some(style =>
            (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none');
          return around(document.activeElement) || around(document.activeElement.parentElement);
        }
        """);
}
