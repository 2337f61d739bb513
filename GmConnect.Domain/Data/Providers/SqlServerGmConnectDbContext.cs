using GmConnect.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Data.Providers;

public sealed class SqlServerGmConnectDbContext(DbContextOptions<SqlServerGmConnectDbContext> options, LiveUpdates? updates = null)
    : GmConnectDbContext(options, updates);
