using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Kim.ServiceKit.Messaging;

namespace Kim.Contracts.Tests;

public sealed class EventContractTests
{
    private static readonly JsonSerializerOptions Indented = new(ContractJson.Options) { WriteIndented = true };

    public static TheoryData<string> WireNames => [.. EventCatalogue.All.Keys.Order(StringComparer.Ordinal)];

    [Fact]
    public void The_list_of_wire_names_is_approved_so_that_a_rename_never_reroutes() =>
        Approvals.Match(string.Join('\n', EventCatalogue.All.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}  {pair.Value.FullName}")), "wire-names.txt");

    [Theory, MemberData(nameof(WireNames))]
    public void The_JSON_of_each_event_is_approved(string wireName) =>
        Approvals.Match(JsonSerializer.Serialize(Samples.Of(EventCatalogue.All[wireName]), EventCatalogue.All[wireName], Indented), wireName + ".json");

    [Theory, MemberData(nameof(WireNames))]
    public void An_event_survives_the_wire_unchanged_and_tolerates_members_that_it_does_not_know(string wireName)
    {
        var type = EventCatalogue.All[wireName];
        var json = JsonSerializer.Serialize(Samples.Of(type), type, ContractJson.Options);
        var grown = json[..^1] + ",\"addedLater\":{\"x\":[1]}}";
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize(grown, type, ContractJson.Options), type, ContractJson.Options));
    }

    [Theory, MemberData(nameof(WireNames))]
    public void An_event_lies_in_the_folder_of_its_publisher_and_is_a_sealed_record_with_a_version(string wireName)
    {
        var type = EventCatalogue.All[wireName];
        Assert.Equal($"Kim.Contracts.{wireName.Split('.')[1]}", type.Namespace, ignoreCase: true);
        Assert.True(type.IsSealed && type.GetMethod("<Clone>$") is not null, $"{type.Name} is a sealed record");
        Assert.Equal(typeof(long), type.GetProperty("Version")?.PropertyType);
    }

    [Theory, MemberData(nameof(WireNames))]
    public void Each_member_of_an_event_is_required_or_nullable(string wireName)
    {
        var nullability = new NullabilityInfoContext();
        foreach (var property in EventCatalogue.All[wireName].GetProperties())
        {
            var required = property.GetCustomAttribute<RequiredMemberAttribute>() is not null;
            var nullable = nullability.Create(property).WriteState == NullabilityState.Nullable;
            Assert.True(required || nullable, $"{wireName}.{property.Name} is neither required nor nullable: a receiver could not tell 'missing' from 'default'");
        }
    }

    [Theory, MemberData(nameof(WireNames))]
    public void No_event_has_a_member_that_names_a_person(string wireName)
    {
        string[] personal = ["Surname", "FamilyName", "GivenName", "FirstName", "LastName", "BirthDate", "DateOfBirth", "Street", "Email", "Phone", "Iban", "CaseId", "PersonId"];
        Assert.All(Members(EventCatalogue.All[wireName]), member => Assert.DoesNotContain(member, personal));
    }

    [Theory, MemberData(nameof(WireNames))]
    public void A_reference_to_a_person_is_marked_so_that_an_erased_one_brings_nothing_back(string wireName)
    {
        string[] references = ["CaseRef", "BookingRef", "ReferralId", "Reference"];
        if (wireName.EndsWith("-reference-erased", StringComparison.Ordinal)) return;
        Assert.All(
            EventCatalogue.All[wireName].GetProperties().Where(property => references.Contains(property.Name)),
            property => Assert.True(property.IsDefined(typeof(PersonReferenceAttribute), inherit: false), $"{wireName}.{property.Name} carries no [PersonReference]"));
    }

    private static IEnumerable<string> Members(Type type) => type.GetProperties()
        .SelectMany(property => property.PropertyType.Namespace!.StartsWith("Kim.", StringComparison.Ordinal) ? Members(property.PropertyType) : [property.Name]);
}
