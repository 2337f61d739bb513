namespace GmConnect.Domain.Data.Demonstration;

/// <summary>A town and the outward postcodes people there have.</summary>
internal sealed record Town(string Name, params string[] Outward);

internal sealed record Borough(
    string Name, string Code, string Council, string HousingAssociation, string CarersCharity, string GpPractice, params Town[] Towns);

/// <summary>
/// The ten boroughs as data. Towns, councils and outward postcodes are real; housing associations, charities and
/// practices are invented.
/// </summary>
internal static class Places
{
    public static readonly IReadOnlyList<Borough> Boroughs =
    [
        new("Bolton", "bolton", "Bolton Council", "Croal Valley Homes", "Bolton Carers Together", "Rumworth Lane Surgery",
            new("Bolton", "BL1", "BL2", "BL3"), new("Farnworth", "BL4"), new("Westhoughton", "BL5"), new("Horwich", "BL6")),
        new("Bury", "bury", "Bury Council", "Roch Bank Housing", "Bury Carers' Corner", "Larkfold Surgery",
            new("Bury", "BL8", "BL9"), new("Ramsbottom", "BL0"), new("Prestwich", "M25"), new("Whitefield", "M45"), new("Radcliffe", "M26")),
        new("Manchester", "manchester", "Manchester City Council", "Medlock Homes", "Manchester Carers' Kitchen", "Fallow Road Medical Practice",
            new("Manchester", "M1", "M4", "M8", "M9", "M11", "M12", "M13", "M14", "M16"), new("Wythenshawe", "M22", "M23"), new("Didsbury", "M20")),
        new("Oldham", "oldham", "Oldham Council", "Saddleworth Edge Homes", "Oldham Carers' Table", "Glodwick Park Practice",
            new("Oldham", "OL1", "OL4", "OL8"), new("Royton", "OL2"), new("Uppermill", "OL3"), new("Chadderton", "OL9")),
        new("Rochdale", "rochdale", "Rochdale Borough Council", "Spodden Homes", "Rochdale Carers' Circle", "Milkstone Surgery",
            new("Rochdale", "OL11", "OL12", "OL16"), new("Heywood", "OL10"), new("Littleborough", "OL15"), new("Middleton", "M24")),
        new("Salford", "salford", "Salford City Council", "Irwell Homes", "Salford Carers", "Lamplight Surgery",
            new("Salford", "M3", "M5", "M6", "M7"), new("Eccles", "M30"), new("Irlam", "M44"), new("Worsley", "M28"), new("Swinton", "M27")),
        new("Stockport", "stockport", "Stockport Council", "Goyt Housing", "Stockport Carers' Rest", "Hatters Row Surgery",
            new("Stockport", "SK1", "SK2", "SK3", "SK4", "SK5"), new("Marple", "SK6"), new("Cheadle", "SK8"), new("Hazel Grove", "SK7")),
        new("Tameside", "tameside", "Tameside Council", "Stamford Vale Homes", "Tameside Carers' Link", "Cotton Street Practice",
            new("Ashton-under-Lyne", "OL6", "OL7"), new("Stalybridge", "SK15"), new("Hyde", "SK14"), new("Denton", "M34"), new("Droylsden", "M43")),
        new("Trafford", "trafford", "Trafford Council", "Bridgewater Way Homes", "Trafford Carers' Voice", "Longford Grove Surgery",
            new("Stretford", "M32"), new("Sale", "M33"), new("Urmston", "M41"), new("Altrincham", "WA14", "WA15")),
        new("Wigan", "wigan", "Wigan Council", "Douglas Valley Homes", "Wigan Carers' Lamp", "Ropewalk Surgery",
            new("Wigan", "WN1", "WN3", "WN5", "WN6"), new("Leigh", "WN7"), new("Atherton", "M46"), new("Tyldesley", "M29"), new("Ashton-in-Makerfield", "WN4"))
    ];
}
