using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kim.Cases.Domain;
using Kim.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kim.Cases.Features;

/// <summary>Hands the copy of a person's data out: a ZIP with one JSON file per service and an overview.</summary>
internal static class DownloadPersonPackage
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Map(RouteGroupBuilder api) => api
        .MapGet("/cases/{id:guid}/person-packages/{packageId:guid}/content", Handle)
        .WithName(nameof(DownloadPersonPackage))
        .WithSummary("Fetch the copy of a person's data")
        .WithDescription("A ZIP: uebersicht.json, and one file per service. 409 while it is being collected. Free texts may name other persons: read them before you hand the package over.")
        .Produces(200, contentType: "application/zip")
        .RequireAuthorization(CasesPolicies.ReadPersons)
        .ProducesProblem(404).ProducesProblem(409);

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Handle(Guid id, Guid packageId, CaseWork work, CancellationToken ct)
    {
        var found = await work.Db.Set<PersonPackage>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == packageId && row.CaseId == id, ct);
        if (found is null) return Error.NotFound("person package").ToProblem();
        if (found.Content is not { } content) return Error.Conflict("package-not-ready", "The package is still being collected.").ToProblem();
        work.Audit.Export("case", id);
        return TypedResults.File(Zip(JsonNode.Parse(content)!.AsObject()), "application/zip", "personendaten.zip");
    }

    private static byte[] Zip(JsonObject files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name + ".json").Open();
                entry.Write(Encoding.UTF8.GetBytes(content!.ToJsonString(Readable)));
            }
        }

        return bytes.ToArray();
    }
}
