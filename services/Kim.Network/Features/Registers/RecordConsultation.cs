using Kim.Network.Domain;
using Kim.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kim.Network.Features;

/// <summary>The staff records what a group said: the log goes on after the profile.</summary>
internal static class RecordConsultation
{
    public sealed record Request(
        [property: Required, StringLength(20), Description("SUPPORT, WORRY, REJECTION, REQUEST or NEUTRAL.")] string Attitude,
        [property: Required, StringLength(40), Description("Topic code.")] string Topic,
        [property: Required, StringLength(600), Description("What was said; no names of persons.")] string Statement,
        [property: MaxLength(20)] IReadOnlyList<VoiceInput> Voices,
        [property: Description("Day of the talk, not in the future.")] DateOnly HeldOn);

    public sealed record VoiceInput(
        [property: Required, StringLength(60), Description("Key of a group.")] string Stakeholder,
        [property: Range(1, 1000), Description("How many; null where nobody counted.")] int? Count = null,
        [property: StringLength(200)] string? Note = null);

    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/consultations", Handle)
        .WithName(nameof(RecordConsultation))
        .WithSummary("Record what a group said")
        .WithDescription("Groups and numbers, never persons. An import of the profile does not touch it.")
        .RequireAuthorization(NetworkPolicies.WriteRegisters);

    private static async Task<Results<Created<Added>, ProblemHttpResult>> Handle(Request request, NetworkWork work, CancellationToken ct)
    {
        if (await RefusalAsync(request, work, ct) is { } refused) return refused.ToProblem();
        var statement = Consultation.Record(
            work.NewId(), (request.Attitude, request.Topic, request.Statement.Trim()),
            [.. request.Voices.Select(voice => new Voice(voice.Stakeholder, voice.Count, voice.Note?.Trim()))], request.HeldOn);
        work.Db.Add(statement);
        work.Audit.Change("consultation", statement.Id);
        await work.Db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/network/consultations/{statement.Id}", new Added(statement.Id));
    }

    private static async Task<Error?> RefusalAsync(Request request, NetworkWork work, CancellationToken ct)
    {
        if (!Attitude.All.Contains(request.Attitude, StringComparer.Ordinal)) return Error.Invalid("attitude-unknown", "There is no such attitude.", "attitude");
        if (!ConsultationTopic.All.Contains(request.Topic, StringComparer.Ordinal)) return Error.Invalid("topic-unknown", "There is no such topic.", "topic");
        if (request.HeldOn > work.Today) return Error.Invalid("date-in-future", "The talk lies in the future.", "heldOn");
        if (request.HeldOn.Year < 2000) return Error.Invalid("date-out-of-range", "A talk lies in 2000 or later.", "heldOn");
        var keys = request.Voices.Select(voice => voice.Stakeholder).ToList();
        if (keys.Distinct(StringComparer.Ordinal).Count() != keys.Count) return Error.Invalid("stakeholder-twice", "Each group has one voice.", "voices");
        var known = await work.Db.Stakeholders.Where(row => keys.Contains(row.Key)).Select(row => row.Key).ToListAsync(ct);
        var unknown = keys.FindIndex(key => !known.Contains(key, StringComparer.Ordinal));
        return unknown < 0 ? null : Error.Invalid("stakeholder-unknown", "There is no such group.", $"voices[{unknown}].stakeholder");
    }
}
