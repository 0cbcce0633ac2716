using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kim.Cases.Data;
using Kim.Cases.Domain;
using Kim.Cases.Reference;
using Kim.ServiceKit.Persons;
using Microsoft.EntityFrameworkCore;

namespace Kim.Cases.Holders;

/// <summary>Puts the copy of a person's data together: what cases holds, what each holder of a reference holds, and an overview.</summary>
internal sealed class PackageBuilder(CasesDb db, PersonRows rows, HolderClient holders, TimeProvider clock)
{
    private static readonly TimeSpan Later = TimeSpan.FromSeconds(15);

    /// <summary>Collects one package that is due; false when there is none, or another process is at it.</summary>
    public async Task<bool> CollectNextAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var due = await db.Set<PersonPackage>()
            .FromSql($"select * from person_packages where try_at <= {now} order by try_at limit 1 for update skip locked").ToListAsync(ct);
        if (due.Count == 0) return false;
        var package = due[0];
        var references = await References.OfAsync(db, package.CaseId, ct);
        var held = await AskAsync(references, ct);
        var missing = held.Where(answer => answer.Value is null).Select(answer => answer.Key).ToList();
        if (missing.Count > 0) package.Wait(missing, now + Later);
        else package.Finish(await ContentAsync(package.CaseId, references, held, ct), now, GermanDay.Of(now));
        await db.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>Drops the packages that nobody needs any more.</summary>
    public Task<int> DropExpiredAsync(CancellationToken ct)
    {
        var today = GermanDay.Of(clock.GetUtcNow());
        return db.Set<PersonPackage>().Where(row => row.ExpiresOn <= today).ExecuteDeleteAsync(ct);
    }

    private async Task<Dictionary<string, JsonObject?>> AskAsync(References references, CancellationToken ct)
    {
        var asked = new[] { ("interpreters", references.Interpreters), ("naturalisation", references.Naturalisation), ("funding", references.Funding) }
            .Where(holder => holder.Item2.Count > 0)
            .Select(async holder => (Service: holder.Item1, Answer: await holders.AskAsync(holder.Item1, holder.Item2, ct)));
        return (await Task.WhenAll(asked)).ToDictionary(holder => holder.Service, holder => holder.Answer, StringComparer.Ordinal);
    }

    private async Task<string> ContentAsync(Guid caseId, References references, Dictionary<string, JsonObject?> held, CancellationToken ct)
    {
        var own = await rows.ReadAsync([caseId, .. references.All], ct);
        var files = new JsonObject
        {
            ["uebersicht"] = await OverviewAsync(caseId, held.Keys, ct),
            ["cases"] = JsonSerializer.SerializeToNode(own, JsonSerializerOptions.Web),
        };
        foreach (var (service, answer) in held) files[service] = answer;
        return files.ToJsonString();
    }

    private async Task<JsonObject> OverviewAsync(Guid caseId, IEnumerable<string> services, CancellationToken ct)
    {
        var found = await db.Cases.AsNoTracking().Include(row => row.Consents).Include(row => row.PhaseChanges).SingleAsync(row => row.Id == caseId, ct);
        var now = clock.GetUtcNow();
        var duty = found.DutyOn(GermanDay.Of(now), await db.Referrals.AnyAsync(row => row.CaseId == caseId, ct), RetentionRules.All);
        return new JsonObject
        {
            ["titel"] = "Kopie Ihrer Daten nach Art. 15 DSGVO",
            ["erstelltAm"] = now.ToString("O", CultureInfo.InvariantCulture),
            ["aktenzeichen"] = found.Number,
            ["dateien"] = new JsonArray([.. services.Prepend("cases").Select(service => JsonValue.Create(service + ".json"))]),
            ["empfaenger"] = new JsonArray([.. found.Consents.OrderBy(row => row.Id).Select(Recipient), .. Holders(services)]),
            ["aufbewahrung"] = new JsonObject
            {
                ["regeln"] = new JsonArray([.. RetentionRules.All.Select(rule => JsonValue.Create(rule.TitleDe))]),
                ["loeschungAm"] = (found.EraseOn ?? (duty.Ok ? duty.Value?.Until : null))?.ToString("O", CultureInfo.InvariantCulture),
                ["eingeschraenktWegen"] = found.RestrictionDuty is { } code ? RetentionRules.Title(code).De : null,
            },
            ["rechte"] = "Berichtigung (Art. 16), Löschung (Art. 17), Einschränkung (Art. 18), Widerspruch (Art. 21), Widerruf jeder Einwilligung für die Zukunft (Art. 7 Abs. 3), Beschwerde bei der Landesbeauftragten für Datenschutz und Informationsfreiheit Nordrhein-Westfalen (Art. 77).",
            ["hinweis"] = "Angaben zu anderen Personen sind geschwärzt. Freitexte können andere Personen nennen und werden vor der Herausgabe gelesen.",
        };
    }

    private static JsonNode Recipient(Consent consent) => new JsonObject
    {
        ["empfaenger"] = consent.Recipient,
        ["zweck"] = consent.Purpose,
        ["grundlage"] = "Einwilligung (Art. 6 Abs. 1 Buchst. a, Art. 9 Abs. 2 Buchst. a DSGVO)",
        ["datenarten"] = new JsonArray([.. consent.DataCategories.Select(code => JsonValue.Create(code))]),
        ["von"] = consent.ValidFrom.ToString("O", CultureInfo.InvariantCulture),
        ["bis"] = consent.ValidUntil.ToString("O", CultureInfo.InvariantCulture),
        ["widerrufenAm"] = consent.RevokedAt?.ToString("O", CultureInfo.InvariantCulture),
    };

    private static IEnumerable<JsonNode> Holders(IEnumerable<string> services) => services.Select(service => new JsonObject
    {
        ["empfaenger"] = service switch
        {
            "interpreters" => "Sprachmittlerpool: Angaben zum Gespräch ohne Namen, unter einer eigenen Kennung",
            "naturalisation" => "Einbürgerungsbehörde: Angaben, in die eingewilligt ist, unter einer eigenen Kennung",
            _ => "Förderung: Gruppen und Zahlen ohne Namen, unter einer eigenen Kennung",
        },
        ["datei"] = service + ".json",
    });
}
