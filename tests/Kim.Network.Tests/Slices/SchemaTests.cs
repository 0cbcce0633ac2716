using Kim.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Kim.Network.Tests.Slices;

public sealed class SchemaTests
{
    [Fact]
    public void The_migrations_hold_the_whole_model()
    {
        using var db = new NetworkDbFactory().CreateDbContext([]);

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public void Nothing_in_the_house_may_list_without_an_index()
    {
        using var db = new NetworkDbFactory().CreateDbContext([]);
        string[] lists = ["themes(CreatedAt,Id)", "meetings(StartsAt,Id)", "resolutions(AdoptedOn,Id)", "measures(DueOn,Id)", "released_reports(ReleasedOn,Id)", "offers(Title,Key)", "organisations(Name,Key)", "committees(Name,Key)"];

        var indexes = db.Model.GetEntityTypes().SelectMany(type => type.GetIndexes())
            .Select(index => $"{index.DeclaringEntityType.GetTableName()}({string.Join(',', index.Properties.Select(property => property.Name))})").ToList();

        Assert.All(lists, list => Assert.Contains(list, indexes));
    }
}
