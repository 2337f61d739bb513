using System.Globalization;
using GmConnect.Domain.Common;
using GmConnect.Domain.Stories;
using GmConnect.Tests.TestSupport;

namespace GmConnect.Tests.Domain.Stories;

/// <summary>Cases of the GOV.UK Design System, Dates.</summary>
public class ApproximateDateTests
{
    private static readonly DateOnly _today = new(2026, 3, 12);

    [Theory]
    [InlineData("4", "11", "2025", "2025-11-04")]
    [InlineData("04", "NOVEMBER", "2025", "2025-11-04")]
    [InlineData(" 4 ", " nov ", " 2025 ", "2025-11-04")]
    [InlineData("1", "Sept", "2025", "2025-09-01")]
    [InlineData("", "may", "2024", "2024-05")]
    [InlineData(null, "3", "2026", "2026-03")]
    [InlineData("", "", "2026", "2026")]
    [InlineData("", "", "1900", "1900")]
    [InlineData("29", "2", "2024", "2024-02-29")]
    [InlineData("12", "3", "2026", "2026-03-12")]
    public void Parse_WhatPeopleRemember_IsTaken(string? day, string? month, string? year, string stored) =>
        Assert.Equal(stored, Expect.Value(ApproximateDate.Parse(day, month, year, _today)));

    [Theory]
    [InlineData("4", "11", "", typeof(DateHasNoYear))]
    [InlineData("4", "11", "26", typeof(DateHasNoYear))]
    [InlineData("4", "11", "02026", typeof(DateHasNoYear))]
    [InlineData("4", "11", "two", typeof(DateHasNoYear))]
    [InlineData("", "", "-999", typeof(DateHasNoYear))]
    [InlineData("4", "", "", typeof(DateHasNoYear))]
    [InlineData("4", "11", "1850", typeof(DateTooLongAgo))]
    [InlineData("", "", "1899", typeof(DateTooLongAgo))]
    [InlineData("", "", "0000", typeof(DateTooLongAgo))]
    [InlineData("4", "", "2025", typeof(DateNotReal))]
    [InlineData("31", "2", "2025", typeof(DateNotReal))]
    [InlineData("29", "2", "2025", typeof(DateNotReal))]
    [InlineData("0", "2", "2025", typeof(DateNotReal))]
    [InlineData("4", "13", "2025", typeof(DateNotReal))]
    [InlineData("4", "0", "2025", typeof(DateNotReal))]
    [InlineData("4", "ju", "2025", typeof(DateNotReal))]
    [InlineData("4", "Novembre", "2025", typeof(DateNotReal))]
    [InlineData("x", "2", "2025", typeof(DateNotReal))]
    [InlineData("13", "3", "2026", typeof(DateInFuture))]
    [InlineData("", "4", "2026", typeof(DateInFuture))]
    [InlineData("", "", "2027", typeof(DateInFuture))]
    [InlineData("1", "1", "9999", typeof(DateInFuture))]
    public void Parse_WhatNoCalendarHas_IsRefused(string day, string month, string year, Type refusal) =>
        Assert.IsType(refusal, ApproximateDate.Parse(day, month, year, _today).Refusal);

    [Theory]
    [InlineData("2025-11-04", "4", "11", "2025", "4 November 2025")]
    [InlineData("2025-10-20", "20", "10", "2025", "20 October 2025")]
    [InlineData("2025-01", "", "1", "2025", "January 2025")]
    [InlineData("2025", "", "", "2025", "2025")]
    public void FieldsAndShow_AreTheSameDateAgain(string stored, string day, string month, string year, string words)
    {
        Assert.Equal((day, month, year), ApproximateDate.Fields(stored));
        Assert.Equal(words, ApproximateDate.Show(stored, CultureInfo.GetCultureInfo("en-GB")));
        Assert.Equal(stored, Expect.Value(ApproximateDate.Parse(day, month, year, _today)));
    }
}
