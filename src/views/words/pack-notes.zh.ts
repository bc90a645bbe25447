/**
 * Notes of the shipped rule packs in Chinese, by their English text. The packs keep one language in their notes,
 * as their users may write any; what is not here is shown as it was written.
 */
export const PACK_NOTES_ZH: Readonly<Record<string, string>> = {
  'press report (S28)': '新闻报道（S28）',
  'planning judgement': '规划判断',
  'one per 4500-7500 persons': '每 4500–7500 人一处',
  '5-10 min': '5–10 分钟',
  'fitness point 800 m2': '健身点 800 m²',
  '5-10 min: fruit, breakfast, vegetable shop': '5–10 分钟：水果、早餐、菜店',
  '10 min': '10 分钟',
  '10-15 min': '10–15 分钟',
  'home-care space of existing communities; 30 in new ones': '既有小区居家养老服务用房；新建小区为 30',
  '2025 national goal': '2025 年全国目标',
  '30-40 beds per 1000 elderly; the lower one': '每千名老年人 30–40 床，取低值',
  'no cooking': '不设烹饪',
  'S26, mirror': 'S26，转载页',
  'S28; press report, check that it is in force': 'S28；新闻报道，请核对是否现行',
  'S28: one per sub-district, more above 100,000': 'S28：每街道一处，10 万人以上增设',
  'S27; existing communities: as conditions allow': 'S27；既有小区视条件而定',
  'S36: other provinces; figures of Zhejiang and Hangzhou not found; new facility >=350 m2 (Anhui)':
    'S36：外省数值；未查到浙江、杭州的数值；新建设施 ≥ 350 m²（安徽）',
  'S36: other provinces; figures of Zhejiang and Hangzhou not found': 'S36：外省数值；未查到浙江、杭州的数值',
  'unit 0.5-1.2 万 persons': '单元规模 0.5–1.2 万人',
  'read in a mirror (S26)': '据转载页（S26）',
  '1, about 800 m2; existing communities may convert': '1 处，约 800 m²；既有社区可改建',
  "S8; unit: residents' committee area": 'S8；以居委会辖区为单元',
  '1, >=6 classes': '1 处，不少于 6 班',
  '1; existing communities: inside service station, health station, housing, offices':
    '1 处；既有社区可设在服务站、卫生站、住宅或办公用房内',
  '1, with the service station': '1 处，与服务站合设',
  'where possible': '有条件时设置',
  '1': '1 处',
  '1; existing communities: 2-3 convenience shops of 50-100 m2 instead':
    '1 处；既有社区可以 2–3 处 50–100 m² 便利店代替',
  'station >=15 m2 in new communities; lockers 1-1.3 times daily parcels; existing: as conditions allow':
    '新建社区站点 ≥ 15 m²；格口为日均件数 1–1.3 倍；既有社区视条件而定',
  'e-bike parking with charging': '电动自行车停放，带充电',
  'within 10 minutes on foot': '步行 10 分钟内',
  'existing communities: box-type toilet': '既有社区可用厢式公厕',
  'new communities': '新建社区',
  '>=1 with equipment, path, seats, sand pit; existing: gaps between houses, vacant plots':
    '不少于 1 处，设器材、步道、座椅、沙坑；既有社区利用楼间空地、闲置地',
  '>=1 public green; existing: pocket park from leftover or vacant land; new: garden >=4000 m2':
    '不少于 1 处公共绿地；既有社区以边角地、空地建口袋公园；新建社区游园 ≥ 4000 m²',
  '350 m2 where possible': '有条件时 350 m²',
  'existing: 2-3 shops of 50-100 m2': '既有社区：2–3 处 50–100 m² 店铺',
  'names V (S8)': '名称已核（S8）',
  'new communities; existing: manage, no parking in fire lanes': '新建社区；既有社区加强管理，消防通道禁停',
  '4000 m2 in new communities': '新建社区 4000 m²',
  'V S44': '已核 S44',
  '>=800 m2 where possible, no upper limit; >=3 functions, of which >=2 of elderly, childcare 0-3, child after-school care, meals':
    '有条件时 ≥ 800 m²，不设上限；不少于 3 项功能，其中养老、托育（0–3 岁）、儿童托管、助餐不少于 2 项',
  'the guide gives no walk; service circle of 15 minutes (S44)': '指引未给步行距离；按 15 分钟服务圈（S44）',
  'one of the four core functions': '四项核心功能之一',
  'S12; services S13: 养老托育、社区助餐、家政便民、健康服务、体育健身、文化休闲、儿童游憩':
    'S12；服务内容 S13：养老托育、社区助餐、家政便民、健康服务、体育健身、文化休闲、儿童游憩',
  'the official table was not found': '未查到正式指标表',
  'name V, S32; computation J': '名称已核（S32）；算法为判断',
  'name V, S32; computation J; public or inclusive: survey':
    '名称已核（S32）；算法为判断；公办或普惠性须调查',
  'name V, S32; computation J; children 6-12 minus places in 500 m':
    '名称已核（S32）；算法为判断；6–12 岁儿童数减 500 m 内学位数',
  'name V, S32; computation J; damage, too narrow, ponding, poor light':
    '名称已核（S32）；算法为判断；破损、过窄、积水、照明不足',
  'name V, S32; computation J; later lists': '名称已核（S32）；算法为判断；见于后来的指标表',
  'name V, S32; computation J; 2025 and later lists':
    '名称已核（S32）；算法为判断；见于 2025 年及以后的指标表',
  'name V, S32; computation J; block level': '名称已核（S32）；算法为判断；街区层级',
  'name M, from memory; computation J; block level': '名称待核；算法为判断；街区层级',
  'name M, from memory; computation J; parks >=5000 m2 by 500 m, 2000-5000 m2 by 300 m (V S25); city floor >80% (V S28b)':
    '名称待核；算法为判断；≥ 5000 m² 公园按 500 m，2000–5000 m² 按 300 m（已核 S25）；城市底线 > 80 %（已核 S28b）',
  'goal 0.6-0.8 in old communities': '老旧小区目标 0.6–0.8',
  '2023-12-20, in force 2023-12-31': '2023-12-20 印发，2023-12-31 起施行',
  'S0: land, buildings, population, infrastructure, public facilities, green space, heritage':
    'S0：用地、建筑、人口、基础设施、公共设施、绿地、文保',
  'S0: both as the Civil Code asks': 'S0：均按民法典规定',
  'the plan gives no number': '方案未给数值',
  'S0: 综合整治, 拆改结合': 'S0：综合整治、拆改结合',
  '800-1000 m; the farther one (S3)': '800–1000 m，取远值（S3）',
  'half the side of a 2-4 hm2 block, rounded up': '2–4 hm² 街坊边长之半，取整',
  '<=36 classes; 200 m ring track + 60 m straight': '不超过 36 班；200 m 环形跑道及 60 m 直跑道',
  '<=36 classes; safe crossing if route crosses city road': '不超过 36 班；跨越城市道路时须有安全过街设施',
  'combine with public green': '宜结合公共绿地',
  '>=1700 m2; not next to market, school, kindergarten, waste transfer, fire station':
    '≥ 1700 m²；不宜与菜市场、学校、幼儿园、垃圾转运站、消防站毗邻',
  'least: P (S6); most: M': '下限：部分核对（S6）；上限：待核对',
  '200-500 beds; near health centre': '200–500 床；宜邻近卫生服务中心',
  '100-500 beds': '100–500 床',
  'by green space': '宜邻近绿地',
  '>=700 m2': '≥ 700 m²',
  'with sub-district office': '与街道办事处合设',
  '25-50k persons per station': '每站 2.5–5 万人',
  'central position': '位置适中',
  '750-1500 or 2000-2500; needs parking + unloading': '750–1500 或 2000–2500；须有停车和卸货场地',
  '(O at 5-min tier)': '（5 分钟生活圈为可配）',
  'incl. committee, security post, disabled rehab room; >=600 m2':
    '含居委会、治安联防站、残疾人康复室；≥ 600 m²',
  'combine with service/cultural station': '宜与服务站、文化活动站合设',
  'should >=800 m2; half basketball + gateball + 2 table tennis': '宜 ≥ 800 m²；半场篮球、门球各 1，乒乓球 2',
  '>=150 m2; seats, toilet nearby; noise': '≥ 150 m²；设座椅，附近有厕所；注意噪声',
  'least: P (S9); most: M': '下限：部分核对（S9）；上限：待核对',
  '<=12 classes, 20-35 seats/class; <=3 storeys; winter-solstice sun >=3 h; >=1/2 play area outside shadow line':
    '不超过 12 班，每班 20–35 座；不超过 3 层；冬至日照 ≥ 3 h；活动场地 ≥ 1/2 在日照阴影线外',
  'sun >=3 h; outdoor play': '日照 ≥ 3 h；有室外活动场地',
  'ground/low floor, lift': '首层或低层，有电梯',
  '>=120 m2; ground floor, own entrance': '≥ 120 m²；首层，有独立出入口',
  '1 per 1000-3000 persons': '每 1000–3000 人一处',
  'manual haul 400 m (max 1 km); motor 2 km': '人力收集 400 m（最远 1 km）；机动 2 km',
  'local rule': '按当地规定',
  '>=2 per mille of total GFA': '不少于总建筑面积的 2 ‰',
  '>=170 m2; with concentrated green, seats': '≥ 170 m²；结合集中绿地，设座椅',
  'container room >=5 (mixed) / >=10 (sorted) m2': '收集点 ≥ 5 m²（混合）/ ≥ 10 m²（分类）',
  '1-2 per dwelling; 0.8-1.2 m2 outdoor, 1.5-1.8 m2 indoor; e-bike charging':
    '每户 1–2 辆；室外 0.8–1.2 m²，室内 1.5–1.8 m²；电动自行车可充电',
  'local ratio; 150 m': '配比按当地规定；150 m',
  '150 m: V in the edition of 2002 (S45)': '150 m：2002 年版已核（S45）',
  'm2/person without the parks of lower tiers; 10-15% of park area as sports ground (V S1)':
    'm²/人，不含下级生活圈公园；公园面积 10–15 % 为体育场地（已核 S1）',
  'the 4000 m2 of the complete-community standard': '按完整居住社区标准的 4000 m²',
  'same 0.5-1.2 万 in the complete-community standard (S7)': '与完整居住社区标准 0.5–1.2 万人相同（S7）',
  'width >=8 m; >=1/3 outside the standard shadow line with elderly and child play':
    '宽 ≥ 8 m；≥ 1/3 在标准日照阴影线外，设老人、儿童活动场地',
  'width >=8 m': '宽 ≥ 8 m',
  '<=10% is V in the edition of 2002 (S45)': '≤ 10 %：2002 年版已核（S45）',
}
