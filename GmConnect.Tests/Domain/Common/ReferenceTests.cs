using GmConnect.Domain.Common;

namespace GmConnect.Tests.Domain.Common;

public class ReferenceTests
{
    [Fact]
    public void New_ReadsWellOnTheTelephoneAndDiffers()
    {
        var made = Enumerable.Range(0, 500).Select(_ => Reference.New()).ToList();

        Assert.All(made, reference => Assert.Matches("^GMC-[23456789CDFGHJKMNPQRTVWX]{4}-[23456789CDFGHJKMNPQRTVWX]{4}$", reference));
        Assert.Equal(made.Count, made.Distinct().Count());
    }

    [Fact]
    public void From_SameBytes_IsTheSame()
    {
        byte[] bytes = [1, 2, 3, 4, 250, 6, 7, 8];

        Assert.Equal(Reference.From(bytes), Reference.From(bytes));
    }
}
