using Kim.Cases.Domain;
using Kim.ServiceKit.Profile;
using Microsoft.EntityFrameworkCore;

namespace Kim.Cases.Data;

/// <summary>This service's part of the profile: the municipalities, so that a case names one that exists.</summary>
internal sealed class CasesProfile : IProfilePart<CasesDb>
{
    public IReadOnlyList<string> Files => ["municipalities.json"];

    public async Task ImportAsync(ProfileDocuments profile, CasesDb db, ProfileContext context, CancellationToken ct)
    {
        foreach (var item in profile.Items<Kim.ServiceKit.Profile.Model.MunicipalityEntry>("municipalities.json"))
        {
            await db.Database.ExecuteSqlAsync(
                $"insert into municipalities (ags, name) values ({item.Value.Ags}, {item.Value.Name}) on conflict (ags) do update set name = excluded.name", ct);
        }
    }
}
