namespace Kim.Interpreters.Domain;

/// <summary>The centre of a municipality. Coordinates and distances are approximate: good for ranking, never for paying.</summary>
public sealed class Place
{
    private const double EarthRadiusKm = 6371;

    // Roads are longer than the air line; 1.3 is a common factor for rural Germany.
    private const double RoadFactor = 1.3;

    // Average speed on country roads, for the time that a way takes in the calendar.
    private const double KmPerHour = 45;

    private Place()
    {
    }

    public string Ags { get; private set; } = "";

    public string Name { get; private set; } = "";

    public double Latitude { get; private set; }

    public double Longitude { get; private set; }

    /// <summary>A municipality.</summary>
    public static Place At(string ags, string name, double latitude, double longitude) => new() { Ags = ags, Name = name, Latitude = latitude, Longitude = longitude };

    /// <summary>New coordinates or a new name.</summary>
    public void Change(string name, double latitude, double longitude) => (Name, Latitude, Longitude) = (name, latitude, longitude);

    /// <summary>Approximate kilometres by road between the centres; nothing inside one municipality.</summary>
    public int KmTo(Place other)
    {
        if (Ags == other.Ags) return 0;
        var (lat1, lat2) = (double.DegreesToRadians(Latitude), double.DegreesToRadians(other.Latitude));
        var (dLat, dLon) = (lat2 - lat1, double.DegreesToRadians(other.Longitude - Longitude));
        var h = Math.Pow(Math.Sin(dLat / 2), 2) + Math.Cos(lat1) * Math.Cos(lat2) * Math.Pow(Math.Sin(dLon / 2), 2);
        return (int)Math.Round(2 * EarthRadiusKm * Math.Asin(Math.Sqrt(h)) * RoadFactor);
    }

    /// <summary>Time for a way, in started five minutes.</summary>
    public static TimeSpan WayOf(int km) => TimeSpan.FromMinutes(Math.Ceiling(km / KmPerHour * 12) * 5);
}
