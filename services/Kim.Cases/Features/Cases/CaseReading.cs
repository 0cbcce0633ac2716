using System.Text.Json;
using Kim.Cases.Data;
using Kim.Cases.Domain;
using Kim.Cases.Reference;
using Npgsql;

namespace Kim.Cases.Features;

/// <summary>Makes the view of a case out of its <see cref="CaseSheet"/>.</summary>
internal static class CaseReading
{
    /// <summary>The view of the row, and the version of the case for its ETag.</summary>
    public static (CaseView View, uint Version) Read(NpgsqlDataReader row, DateOnly today)
    {
        IReadOnlyList<CaseView.ConsentView> consents =
            [.. row.Part<CaseView.ConsentView>("consents").Select(consent => consent with { ValidNow = Consent.Valid(consent.ValidFrom, consent.ValidUntil, consent.RevokedAt, today) })];
        IReadOnlyList<CaseView.RatingView> ratings = [.. row.Part<CaseView.RatingView>("ratings").OrderBy(rating => rating.Domain, StringComparer.Ordinal)];
        var goals = Goals(row);
        var facts = Facts(row, consents, ratings, goals);
        var view = new CaseView(
            row.Column<Guid>("id"), row.Column<string>("number"), facts.Phase, PhaseGuards.Allowed(facts), PhaseGuards.Blocked(facts),
            Person(row), row.Column<string>("ags"), row.Column<string>("occasion"), row.Column<string>("access_path"), row.Column<int>("household_size"),
            row.Column<DateOnly>("opened_on"), row.Column<Guid>("responsible_id"),
            new CaseView.IndicationView(row.Column<string[]>("indication_criteria"), row.Column<string?>("indication_override")),
            consents, ratings, row.Part<CaseView.NeedView>("needs"), goals, Agreement(row, facts),
            [.. row.Part<CaseView.ResidencePeriodView>("residence_periods").Select(period => period with { TitleDe = ResidenceStatuses.Find(period.Status)?.TitleDe })],
            row.Part<CaseView.NationalityView>("nationalities"), [.. row.Part<TalkRow>("talks").Select(View)],
            StructuralNeedView.Of(row), ReferralView.Of(row), row.Part<CaseView.PhaseChangeView>("phase_changes"), Closure(row));
        return (view, row.Column<uint>("row_version"));
    }

    private static PhaseFacts Facts(
        NpgsqlDataReader row, IReadOnlyList<CaseView.ConsentView> consents, IReadOnlyList<CaseView.RatingView> ratings, IReadOnlyList<CaseView.GoalView> goals) => new()
        {
            Phase = row.Column<string>("phase"),
            ConsentValid = consents.Any(consent => consent.ValidNow),
            Indicated = Case.IsIndicated(row.Column<string[]>("indication_criteria").Length, row.Column<string?>("indication_override")),
            Rated = [.. ratings.Select(rating => rating.Domain)],
            PlanAgreed = row.Column<int?>("plan_agreed_version") == row.Column<int>("plan_version"),
            MeasureStarted = goals.Any(goal => goal.Measures.Any(measure => measure.State == Measure.Started)),
            GoalsOpen = row.Column<bool>("planning_passed") && goals.Any(goal => goal.Attainment is null),
        };

    private static CaseView.PersonView Person(NpgsqlDataReader row) => new(
        row.Column<string>("given_names"), row.Column<string>("family_name"), row.Column<DateOnly>("birth_date"), row.Column<string>("sex"), row.Column<string[]>("languages"));

    private static CaseView.PlanAgreementView? Agreement(NpgsqlDataReader row, PhaseFacts facts) =>
        row.Column<DateOnly?>("plan_agreed_on") is { } agreed ? new CaseView.PlanAgreementView(agreed, facts.PlanAgreed) : null;

    private static CaseView.ClosureView? Closure(NpgsqlDataReader row) => row.Column<DateOnly?>("closed_on") is { } closed
        ? new CaseView.ClosureView(row.Column<string>("closure_reason"), row.Column<string?>("closure_note"), closed)
        : null;

    private static IReadOnlyList<CaseView.GoalView> Goals(NpgsqlDataReader row)
    {
        var measures = row.Part<MeasureRow>("measures").ToLookup(measure => measure.GoalId);
        return
        [
            .. row.Part<GoalRow>("goals").Select(goal => new CaseView.GoalView(
                goal.Id, goal.Title, goal.NeedId, goal.DueOn, goal.Attainment, goal.RatedOn,
                [.. measures[goal.Id].Select(measure => new CaseView.MeasureView(
                    measure.Id, measure.Title, measure.OfferId, measure.OfferTitle, measure.Responsible, measure.DueOn, measure.State, measure.StartedOn))])),
        ];
    }

    private static CaseView.InterpreterRequestView View(TalkRow talk)
    {
        var settled = talk.Settlement?.Deserialize<Settlement>(JsonSerializerOptions.Web);
        return new CaseView.InterpreterRequestView(
            talk.Id, talk.Language, talk.Dialect, talk.Mode, talk.StartsAt, talk.DurationMinutes, talk.MeetingPlace, talk.TopicClass, talk.RequiredLevel,
            talk.State, talk.DeclineReason, settled?.Minutes ?? talk.CompletedMinutes, settled?.Charges.Sum(charge => charge.AmountEur), settled?.RateRule, settled?.Charges ?? []);
    }
}
