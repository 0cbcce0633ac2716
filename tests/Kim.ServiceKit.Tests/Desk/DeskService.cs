using Kim.Contracts.Cases;
using Kim.Contracts.Network;
using Kim.Contracts.Vocabulary;
using Kim.Results;
using Kim.ServiceDefaults;
using Kim.ServiceKit.Accounts;
using Kim.ServiceKit.Audit;
using Kim.ServiceKit.Data;
using Kim.ServiceKit.Http;
using Kim.ServiceKit.Messaging;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.ServiceKit.Tests.Desk;

/// <summary>The program of the test service; it goes by the name of cases, whose events it may publish.</summary>
internal static class DeskService
{
    internal const string Write = "notes:write";
    internal const string Books = "books:read";

    /// <summary>What a handler writes whose connection was lost.</summary>
    internal static readonly Guid WrittenAfterTheLoss = Guid.Parse("00000000-0000-7000-8000-0000000000aa");

    internal const string Pull = "notes:pull";
    internal const string PullScope = "cases:notes";

    private static readonly PolicyTable Policies = new()
    {
        [Write] = [Roles.CaseManager, Roles.Coordinator], [Books] = [Roles.Office], [Pull] = [ClientActor.Scope(PullScope)],
    };

    internal static WebApplication Build(string[] args, Action<IServiceCollection>? services = null)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddServiceDefaults("cases");
        builder.AddServiceKit<DeskDb>("cases", Policies, kit => kit.Consumes<OnMeasureStarted, MeasureStarted>());
        services?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseServiceDefaults();
        app.UseServiceKit<DeskDb>();
        Map(app.MapApi("cases").ForPurpose(Purposes.CaseManagement).MapAudit());
        return app;
    }

    private static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/notes", AddNoteAsync).WithName("AddNote").RequireAuthorization(Write);
        api.MapGet("/notes", ListNotesAsync).WithName("ListNotes").RequireAuthorization(Write);
        api.MapGet("/notes/{id:guid}", GetNoteAsync).WithName("GetNote").RequireAuthorization(Write);
        api.MapPut("/notes/{id:guid}", ChangeNoteAsync).WithName("ChangeNote").RequireAuthorization(Write);
        api.MapPost("/notes/{id:guid}/marks", MarkAsync).WithName("Mark").RequireAuthorization(Write);
        api.MapGet("/pulls", PullAsync).WithName("PullNotes").ForPurpose(Purposes.Naturalisation).RequireAuthorization(Pull);
        api.MapGet("/sloppy", SloppyAsync).WithName("ReadSloppily").RequireAuthorization(Write).ReadsInOneTrip();
        api.MapGet("/books", () => "open").WithName("ReadBooks").RequireAuthorization(Books);
    }

    // Keeps a line of its own beside the trip, which has no transaction for it.
    private static async Task<Ok<int>> SloppyAsync(OneTrip trip, AuditBook audit, CancellationToken ct)
    {
        var notes = await trip.ListAsync("note", new SqlQuery("select id from notes"), new ShownPage(1), row => row.GetGuid(0), ct);
        audit.Read("note", Guid.NewGuid());
        return TypedResults.Ok(notes.Count);
    }

    internal sealed record NoteRequest(string Text);

    internal sealed record NoteResponse(Guid Id, string Text);

    private sealed record NoteKey(Guid Id);

    private static async Task<Created<NoteResponse>> AddNoteAsync(NoteRequest request, Actor actor, DeskDb db, AuditBook audit, TimeProvider clock, CancellationToken ct)
    {
        var note = new Note { Id = Guid.CreateVersion7(clock.GetUtcNow()), Organisation = actor.Organisation, Text = request.Text };
        db.Add(note);
        audit.Change("note", note.Id);
        await db.SaveChangesAsync(ct);
        if (request.Text == "fail late") throw new InvalidOperationException("after the save");
        if (request.Text.StartsWith("lose the connection", StringComparison.Ordinal)) await LoseConnectionAsync(db, audit, note, ct);
        return TypedResults.Created($"/api/v1/cases/notes/{note.Id}", new NoteResponse(note.Id, note.Text));
    }

    private static async Task LoseConnectionAsync(DeskDb db, AuditBook audit, Note note, CancellationToken ct)
    {
        try
        {
            await db.Database.ExecuteSqlRawAsync("select pg_terminate_backend(pg_backend_pid())", ct);
        }
        catch (Exception lost) when (lost is Npgsql.NpgsqlException or InvalidOperationException)
        {
            // Whether the server still answers before it ends the session is a matter of luck.
        }

        audit.Change("note", WrittenAfterTheLoss);
        if (note.Text == "lose the connection and save") db.Add(new Note { Id = WrittenAfterTheLoss, Organisation = note.Organisation, Text = note.Text });
        await db.SaveChangesAsync(ct);
    }

    private static async Task<Results<Ok<Page<NoteResponse>>, ProblemHttpResult>> ListNotesAsync([AsParameters] PageRequest page, string? q, DeskDb db, AuditBook audit, CancellationToken ct)
    {
        var start = page.Read<NoteKey>();
        if (start.Error is { } error) return error.ToProblem();
        var after = start.Value!.After?.Id;
        var found = await db.Notes.Where(note => (after == null || note.Id > after) && (q == null || note.Text == q)).OrderBy(note => note.Id)
            .Take(start.Value.Take + 1).Select(note => new NoteResponse(note.Id, note.Text)).ToListAsync(ct);
        audit.Search("note", found.Take(start.Value.Take).Select(note => note.Id), q);
        return TypedResults.Ok(Page.Of(found, start.Value.Take, note => new NoteKey(note.Id)));
    }

    private static async Task<Results<Ok<NoteResponse>, ProblemHttpResult>> GetNoteAsync(Guid id, DeskDb db, AuditBook audit, HttpContext http, CancellationToken ct)
    {
        var note = await db.Notes.FindAsync([id], ct);
        if (note is null) return Error.NotFound("note").ToProblem();
        audit.Read("note", id);
        http.SetETag(db.ETagOf(note));
        return TypedResults.Ok(new NoteResponse(note.Id, note.Text));
    }

    private static async Task<Results<Ok<NoteResponse>, ProblemHttpResult>> ChangeNoteAsync(
        Guid id, NoteRequest request, [FromHeader(Name = "If-Match")] string? ifMatch, DeskDb db, HttpContext http, CancellationToken ct)
    {
        var note = await db.Notes.FindAsync([id], ct);
        if (note is null) return Error.NotFound("note").ToProblem();
        if (db.CheckMatch(note, ifMatch) is { } error) return error.ToProblem();
        note.Text = request.Text;
        await db.SaveChangesAsync(ct);
        http.SetETag(db.ETagOf(note));
        return TypedResults.Ok(new NoteResponse(note.Id, note.Text));
    }

    internal sealed record PullResponse(Guid AccountId, string Organisation, IReadOnlyList<string> Roles, int Notes);

    private static async Task<Ok<PullResponse>> PullAsync(Actor actor, DeskDb db, AuditBook audit, CancellationToken ct)
    {
        audit.Search("note", []);
        return TypedResults.Ok(new PullResponse(actor.AccountId, actor.Organisation, actor.Roles, await db.Notes.CountAsync(ct)));
    }

    private static async Task<Results<Ok<int>, ProblemHttpResult>> MarkAsync(Guid id, DeskDb db, EventBook events, CancellationToken ct)
    {
        var note = await db.Notes.FindAsync([id], ct);
        if (note is null) return Error.NotFound("note").ToProblem();
        note.Marks++;
        events.Add(note.Id, new StructuralNeedWithdrawn { NeedId = note.Id, Version = note.Marks });
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(note.Marks);
    }
}

/// <summary>Counts its effects; the theme without an id is the message that can never be dealt with, that of <see cref="Slow"/> takes an hour.</summary>
internal sealed class OnMeasureStarted(DeskDb db) : IConsumer<MeasureStarted>
{
    internal static readonly Guid Slow = Guid.Parse("51000000-0000-4000-8000-000000000000");

    public async Task Consume(ConsumeContext<MeasureStarted> context)
    {
        if (context.Message.ThemeId == Slow) await Task.Delay(TimeSpan.FromHours(1), context.CancellationToken);
        var started = await db.Started.FindAsync([context.Message.MeasureId], context.CancellationToken);
        if (started is null) db.Add(started = new Started { MeasureId = context.Message.MeasureId });
        started.Effects++;
        await db.SaveChangesAsync(context.CancellationToken);
        if (context.Message.ThemeId == Guid.Empty) throw new InvalidOperationException("poison");
    }
}
