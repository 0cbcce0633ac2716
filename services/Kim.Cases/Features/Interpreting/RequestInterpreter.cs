using System.ComponentModel.DataAnnotations;
using Kim.Cases.Data;
using Kim.Cases.Domain;
using Kim.Cases.Reference;
using Kim.Contracts.Cases;
using Kim.ServiceDefaults;
using Kim.ServiceKit.Messaging;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kim.Cases.Features;

/// <summary>Asks the Sprachmittlerpool for an interpreter. What leaves the service names the talk and no client.</summary>
internal static class RequestInterpreter
{
    public sealed record Request(
        [Required, LanguageCodes] string Language,
        [Required, KnownCode(Vocabularies.Mode)] string Mode,
        DateTimeOffset StartsAt,
        [Range(15, 480)] int DurationMinutes,
        [Required, StringLength(8)] string Ags,
        [Required, StringLength(200)] string MeetingPlace,
        [Required, KnownCode(Vocabularies.TopicClass)] string TopicClass,
        [StringLength(20)] string? Dialect = null,
        [Range(1, 5)] int? RequiredLevel = null,
        [AllowedValues(null, "FEMALE", "MALE", "DIVERSE")] string? Gender = null,
        bool GenderRequired = false)
    {
        internal TalkTerms ToTalk() => new()
        {
            Language = Language,
            Dialect = Dialect,
            Mode = Mode,
            StartsAt = StartsAt.ToUniversalTime(),
            DurationMinutes = DurationMinutes,
            Ags = Ags,
            MeetingPlace = MeetingPlace.Trim(),
            TopicClass = TopicClass,
            RequiredLevel = RequiredLevel ?? TalkTerms.DefaultLevel(TopicClass),
            Gender = Gender,
            GenderRequired = GenderRequired && Gender is not null,
        };
    }

    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/cases/{id:guid}/interpreter-requests", Handle)
        .WithName(nameof(RequestInterpreter))
        .WithSummary("Request an interpreter")
        .WithDescription("The meeting place is the place of an agency, never a home address. The level follows the topic class unless told.")
        .RequireAuthorization(CasesPolicies.Write)
        .ProducesProblem(404).ProducesProblem(409);

    private static async Task<Results<Created<Added>, ProblemHttpResult>> Handle(
        Guid id, Request request, CaseWork work, EventBook events, CancellationToken ct)
    {
        var found = await work.FindAsync(id, cases => cases, ct);
        if (found.Error is { } error) return error.ToProblem();
        var act = work.Act();
        if (request.StartsAt <= act.At) return Error.Invalid("starts-in-past", "The talk must lie ahead.", "startsAt").ToProblem();
        if (await work.Db.UnknownAgsAsync([request.Ags], ct) is not null)
            return Error.Invalid("unknown-ags", "No municipality of the profile has this AGS.", "ags").ToProblem();
        if (found.Value.Touch().Error is { } refused) return refused.ToProblem();

        var asked = InterpreterRequest.Ask(id, request.ToTalk(), act);
        work.Db.Add(asked);
        events.Add(asked.BookingRef, EventOf(asked, found.Value.InterpretersRef, work.Actor.Position));
        await work.SaveAsync(found.Value, ct);
        return Added.To(id, asked.Id);
    }

    private static InterpreterRequested EventOf(InterpreterRequest asked, Guid caseRef, string? position) => new()
    {
        BookingRef = asked.BookingRef,
        Version = asked.Version,
        CaseRef = caseRef,
        Language = asked.Talk.Language,
        Dialect = asked.Talk.Dialect,
        Mode = asked.Talk.Mode,
        StartsAt = asked.Talk.StartsAt,
        DurationMinutes = asked.Talk.DurationMinutes,
        Ags = asked.Talk.Ags,
        MeetingPlace = asked.Talk.MeetingPlace,
        ContactPosition = position,
        TopicClass = asked.Talk.TopicClass,
        RequiredLevel = asked.Talk.RequiredLevel,
        Gender = asked.Talk.Gender,
        GenderRequired = asked.Talk.GenderRequired,
    };
}
